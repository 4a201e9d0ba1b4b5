package dev.lifeline.hub.web;

import dev.lifeline.core.problem.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Pages without any design. */
final class PlainPages implements Pages {
  @Override
  public Reply form(HttpCall call, Form form) {
    StringBuilder html = new StringBuilder();
    paragraph(html, form.text());
    paragraph(html, form.problem() == null ? "" : form.problem());
    if (!form.fields().isEmpty()) {
      html.append("<form method=\"post\" action=\"").append(escape(form.action())).append("\">\n");
      form.fields().forEach(field -> field(html, field));
      html.append("<p><button>").append(escape(form.submit())).append("</button></p>\n</form>\n");
    }
    for (Form.Link link : form.links()) {
      html.append("<p><a href=\"")
          .append(escape(link.place()))
          .append("\">")
          .append(escape(link.label()))
          .append("</a></p>\n");
    }
    return Reply.html(document(form.title(), html.toString()));
  }

  @Override
  public Reply fault(HttpCall call, int status, String message, @Nullable Problem problem) {
    return Reply.text(status, message);
  }

  private static void paragraph(StringBuilder html, String text) {
    if (!text.isEmpty()) {
      html.append("<p>").append(escape(text)).append("</p>\n");
    }
  }

  private static void field(StringBuilder html, Form.Field field) {
    String input =
        "<input type=\"%s\" name=\"%s\" value=\"%s\" autocomplete=\"%s\">"
            .formatted(
                field.kind().name().toLowerCase(Locale.ROOT),
                escape(field.name()),
                escape(field.value()),
                escape(field.autocomplete()));
    html.append(
        field.kind() == Form.Kind.HIDDEN
            ? input + "\n"
            : "<p><label>" + escape(field.label()) + "<br>" + input + "</label></p>\n");
  }

  private static String document(String title, String body) {
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <title>%s - Lifeline</title>
    <h1>%s</h1>
    %s</html>
    """
        .formatted(escape(title), escape(title), body);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
