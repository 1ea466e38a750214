package dev.peregrine.plugin.exporter.pdf.resume;

import dev.peregrine.api.export.ExportRequest.Letter;
import dev.peregrine.api.export.ExportRequest.Sender;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.document.fonts.Legible;
import java.net.URI;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The letter of an application, under the same head as the résumé that follows. */
record LetterPart(Layout layout, Legible legible) {

  Part of(Letter letter) {
    Xhtml body = new Xhtml(legible);
    head(letter.sender(), body);
    if (!letter.recipient().isEmpty()) {
      body.raw("<p class=\"recipient\">");
      body.raw(
          letter.recipient().stream()
              .map(line -> new Xhtml(legible).text(line).toString())
              .collect(Collectors.joining("<br/>")));
      body.raw("</p>");
    }
    String date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(layout.locale())
            .format(letter.date());
    body.element("p", "date", letter.place().map(place -> place + ", " + date).orElse(date));
    letter.subject().ifPresent(subject -> body.element("h2", "subject", subject));
    body.paragraphs("text", letter.body());
    return new Part("letter", letter.sender().name(), body.toString());
  }

  private void head(Sender sender, Xhtml body) {
    body.raw("<div class=\"head\">").element("h1", "name", sender.name());
    String contacts =
        Stream.concat(
                sender.lines().stream().map(line -> contact(line, Contact.line(line))),
                sender.links().stream()
                    .map(
                        link ->
                            contact(Contact.shown(link.toString()), Contact.web(link.toString()))))
            .collect(Collectors.joining("<span class=\"sep\"> · </span>"));
    if (!contacts.isEmpty()) {
      body.raw("<p class=\"contact\">" + contacts + "</p>");
    }
    body.raw("</div>");
  }

  private String contact(String shown, Optional<URI> target) {
    return new Xhtml(legible)
        .raw("<span class=\"item\">")
        .link(shown, target)
        .raw("</span>")
        .toString();
  }
}
