import { web } from '../wording/vi/web.ts';
import { Page } from './page.tsx';

/** The chat itself; `/app.js` brings it to life. */
export function ChatPage(props: { title: string }) {
  return (
    <Page title={props.title} script="/app.js" words={JSON.stringify(web.script)}>
      <header>
        <span class="mark" aria-hidden="true">
          Đ
        </span>
        <div>
          <h1>{props.title}</h1>
          <p>{web.subtitle}</p>
        </div>
      </header>
      <p id="note" role="status" hidden></p>
      <main id="scroll">
        <section id="start">
          <h2>{web.welcome}</h2>
          <p>{web.introduction}</p>
          <div class="choices">
            {web.examples.map((example) => (
              <button type="button" data-say={example}>
                {example}
              </button>
            ))}
            <button type="button" data-fill={web.joinCommand}>
              {web.joinLabel}
            </button>
          </div>
        </section>
        <div id="log" role="log" aria-live="polite" aria-label={web.conversation} aria-busy="true"></div>
        <p id="busy" hidden></p>
        <noscript>{web.noScript}</noscript>
      </main>
      <form id="form">
        <div class="row">
          <textarea
            id="text"
            rows={1}
            maxlength={8000}
            aria-label={web.message}
            placeholder={web.placeholder}
            enterkeyhint="send"
            autocomplete="off"
          ></textarea>
          <button type="submit" aria-label={web.send}>
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
              <path d="M3 20.5 21.5 12 3 3.5v6.6l11 1.9-11 1.9z" fill="currentColor" />
            </svg>
          </button>
        </div>
        <p class="small">{web.automatic}</p>
      </form>
    </Page>
  );
}
