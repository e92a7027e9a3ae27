import { type WebStart, web } from '../wording/vi/web.ts';
import { Page } from './page.tsx';

/** The chat itself; the script brings it to life. */
export function ChatPage(props: { title: string; start: WebStart; style: string; script: string }) {
  return (
    <Page {...props} words={JSON.stringify(web.script)}>
      <header>
        <span class="mark" aria-hidden="true">
          Đ
        </span>
        <div>
          <h1>{props.title}</h1>
          <p>{props.start.subtitle}</p>
        </div>
      </header>
      <main id="scroll" tabindex={-1}>
        <section id="start">
          <h2>{web.welcome}</h2>
          <p>{props.start.introduction}</p>
          <div class="choices">
            {props.start.examples.map((example) => (
              <button type="button" data-says={example}>
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
        <button type="button" id="newer" hidden>
          <span aria-hidden="true">↓ </span>
          {web.newer}
        </button>
      </main>
      <p id="note" role="status" hidden></p>
      <form id="form">
        <nav id="quick" aria-label={web.quick} hidden>
          {web.shortcuts.map(({ label, says }) => (
            <button type="button" data-says={says}>
              {label}
            </button>
          ))}
        </nav>
        <p id="hint" role="status" hidden></p>
        <div class="row">
          <button type="button" id="attach" aria-label={web.attach}>
            <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
              <path
                d="M16.5 6.5v10a4.5 4.5 0 0 1-9 0V6a3 3 0 0 1 6 0v9.5a1.5 1.5 0 0 1-3 0v-8"
                fill="none"
                stroke="currentColor"
                stroke-width="1.8"
                stroke-linecap="round"
              />
            </svg>
          </button>
          <input
            type="file"
            id="files"
            hidden
            aria-label={web.attach}
            accept=".pdf,.docx,.xlsx,image/jpeg,image/png,image/webp,image/heic"
          />
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
