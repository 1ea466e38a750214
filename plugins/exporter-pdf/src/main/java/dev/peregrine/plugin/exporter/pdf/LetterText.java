package dev.peregrine.plugin.exporter.pdf;

import dev.peregrine.api.export.ExportRequest.Letter;
import dev.peregrine.api.export.ExportRequest.Sender;
import dev.peregrine.api.export.ExporterContext.Layout;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A letter: head, address, date, subject, text. */
record LetterText(Letter letter, Layout layout, Look look, float size) implements Text {

  @Override
  public String author() {
    return letter.sender().name();
  }

  @Override
  public void setOn(Press press) throws IOException {
    Style plain = Style.of(look.family(), size);
    head(press, plain);
    press.gap(size * 2.2f);
    for (String line : letter.recipient()) {
      press.text(line, plain, "P");
      press.gap(-size * 0.22f);
    }
    press.gap(size * 2);
    press.text(date(), plain, "P");
    press.gap(size * 1.8f);
    if (letter.subject().isPresent()) {
      press.text(letter.subject().get(), plain.inBold(), "H2");
      press.gap(size * 0.9f);
    }
    for (String paragraph : letter.body().strip().split("\\R\\s*\\R")) {
      press.text(paragraph.strip(), plain, "P");
      press.gap(size * 0.65f);
    }
  }

  private void head(Press press, Style plain) throws IOException {
    boolean centred = look == Look.CLASSIC;
    Sender sender = letter.sender();
    Style name = Style.of(look.family(), 24).tight().in(look.accent()).centredIf(centred);
    press.text(sender.name(), centred ? name : name.inBold(), "H1");
    press.gap(3);
    String contacts =
        Stream.concat(
                sender.lines().stream(),
                sender.links().stream()
                    .map(
                        link ->
                            link.toString()
                                .replaceFirst("(?i)^https?://(www\\.)?", "")
                                .replaceFirst("/$", "")))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining(" · "));
    press.text(contacts, Style.of(plain.family(), 9.8f).in(Style.QUIET).centredIf(centred), "P");
    press.gap(7);
    press.rule(look.rule(), 0.7f);
  }

  private String date() {
    String date =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
            .withLocale(layout.locale())
            .format(letter.date());
    return letter.place().map(place -> place + ", " + date).orElse(date);
  }
}
