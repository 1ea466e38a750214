package dev.peregrine.plugin.exporter.pdf;

import dev.peregrine.api.export.ExportRequest.Column;
import dev.peregrine.api.export.ExportRequest.Fact;
import dev.peregrine.api.export.ExportRequest.WorkSearch;
import dev.peregrine.api.export.ExporterContext.Layout;
import dev.peregrine.document.fonts.FontFamily;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;

/** The report for an authority: whose, of which time, what was done, and a place to sign. */
record WorkSearchTable(WorkSearch asked, Layout layout) implements Text {

  @Override
  public String author() {
    return asked.sender().name();
  }

  @Override
  public void setOn(Press press) throws IOException {
    Words words = Words.in(layout.locale());
    Style plain = Style.of(FontFamily.SANS, 9);
    WorkSearch search = withColumns(words);
    press.text(layout.title(), Style.of(FontFamily.SANS, 18).tight().inBold(), "H1");
    press.gap(8);
    press.text(search.sender().name(), plain.inBold(), "P");
    for (String line : search.sender().lines()) {
      press.text(line, plain, "P");
    }
    press.gap(4);
    press.text(words.of("period") + ": " + period(), plain, "P");
    press.gap(12);
    List<String> head = search.columns().stream().map(Column::heading).toList();
    List<List<String>> rows = Cells.of(search.rows(layout));
    if (rows.isEmpty()) {
      press.text(words.of("nothing"), plain, "P");
    } else {
      press.table(head, rows, Cells.shares(head, rows), plain.inSize(8.5f));
    }
    press.gap(14);
    for (String note : search.notes()) {
      press.text(note, plain, "P");
      press.gap(5);
    }
    signature(press, words, plain);
  }

  /** Kept together, for a signature on a page of its own says nothing. */
  private static void signature(Press press, Words words, Style plain) throws IOException {
    press.keep(70);
    press.gap(40);
    press.rule(Style.QUIET, 0.5f, 250);
    press.gap(2);
    press.text(words.of("signature"), plain.in(Style.QUIET), "P");
  }

  private String period() {
    var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(layout.locale());
    return day.format(asked.from()) + " – " + day.format(asked.to());
  }

  private WorkSearch withColumns(Words words) {
    if (!asked.columns().isEmpty()) {
      return asked;
    }
    List<Column> usual =
        List.of(
            new Column(words.of("date"), Fact.DATE),
            new Column(words.of("step"), Fact.STEP),
            new Column(words.of("company"), Fact.COMPANY),
            new Column(words.of("title"), Fact.TITLE),
            new Column(words.of("place"), Fact.PLACE),
            new Column(words.of("result"), Fact.RESULT));
    return new WorkSearch(
        asked.sender(), asked.from(), asked.to(), asked.jobs(), usual, asked.notes());
  }
}
