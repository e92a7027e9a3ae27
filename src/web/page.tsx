import type { PropsWithChildren } from 'hono/jsx';
import { web } from '../wording/vi/web.ts';

interface PageProps {
  title: string;
  /** Addresses of the style sheet and the script. */
  style: string;
  script?: string;
  /** What the script says, as JSON. */
  words?: string;
}

/** The frame of every page. */
export function Page(props: PropsWithChildren<PageProps>) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta
          name="viewport"
          content="width=device-width, initial-scale=1, interactive-widget=resizes-content"
        />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#8c1717" />
        <title>{props.title}</title>
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href={props.style} />
        {props.script ? <script src={props.script} defer></script> : null}
      </head>
      <body data-words={props.words}>{props.children}</body>
    </html>
  );
}

/** A page that says one sentence and leads back. */
export function SentencePage(props: { sentence: string; style: string }) {
  return (
    <Page title={`${web.title} – ${props.sentence}`} style={props.style}>
      <main class="sentence">
        <h1>{props.sentence}</h1>
        <p>
          <a href="/">{web.back}</a>
        </p>
      </main>
    </Page>
  );
}
