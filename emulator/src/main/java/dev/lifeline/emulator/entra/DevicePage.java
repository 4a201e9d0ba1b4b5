package dev.lifeline.emulator.entra;

import dev.lifeline.emulator.server.Reply;

/** Writes the page of {@link DeviceLogin}; nothing of others gets into it unescaped. */
final class DevicePage {

  private static final String PAGE =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; margin: 3rem auto; max-width: 26rem;
        padding: 0 1rem; color: #1b1b1b; background: #fff; }
      label { display: block; margin-top: 1rem; }
      input { box-sizing: border-box; font: inherit; padding: .5rem; width: 100%%;
        border: 1px solid #5f5f5f; }
      button { font: inherit; margin: 1.5rem .5rem 0 0; padding: .5rem 1.25rem; }
      [role=alert] { border-left: 4px solid #a80000; padding-left: .75rem; color: #a80000; }
      </style>
      </head>
      <body>
      <main>
      <h1>%s</h1>
      %s</main>
      </body>
      </html>
      """;

  private static final String FORM =
      """
      %s<p>This is the emulator's look-alike of a sign-in page. Enter the code that your device shows,
      and sign in with an account of the emulator.</p>
      <form method="post" action="/devicelogin">
      <label for="code">Code</label>
      <input id="code" name="code" value="%s" required autocomplete="off" spellcheck="false">
      <label for="username">User name</label>
      <input id="username" name="username" value="%s" required autocomplete="username"
        spellcheck="false">
      <label for="password">Password</label>
      <input id="password" name="password" type="password" required autocomplete="current-password">
      <button name="decision" value="continue">Continue</button>
      <button name="decision" value="decline" formnovalidate>Decline</button>
      </form>
      """;

  private DevicePage() {}

  /**
   * What a person has entered, and gets back to mend it; never the password.
   *
   * @param code the code
   * @param username the user name
   */
  record Entry(String code, String username) {}

  /** The form, with a mistake above it unless that is empty. */
  static Reply form(int status, Entry entry, String mistake) {
    String alert = mistake.isEmpty() ? "" : "<p role=\"alert\">" + escape(mistake) + "</p>\n";
    String form = FORM.formatted(alert, escape(entry.code()), escape(entry.username()));
    return page(status, "Enter code", form);
  }

  /** The last page. */
  static Reply end(String title, String text) {
    return page(200, title, "<p role=\"status\">" + escape(text) + "</p>\n");
  }

  private static Reply page(int status, String title, String content) {
    return Reply.status(status)
        .text("text/html; charset=utf-8", PAGE.formatted(escape(title), escape(title), content))
        .header(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; form-action 'self';"
                + " base-uri 'none'; frame-ancestors 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer");
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
