package dev.peregrine.host.importers;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.importers.ListPage.Choice;
import dev.peregrine.host.importers.ListPage.Column;
import dev.peregrine.host.importers.ListPage.Outcome;
import dev.peregrine.host.importers.ListPage.Sample;
import dev.peregrine.host.importers.ListPage.Word;
import dev.peregrine.host.pipeline.Brought;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Shell;
import dev.peregrine.host.web.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A list and what would come of it, as a person reads them. */
record ListView(Times times) {

  private static final int SAMPLES = 3;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};

  ListPage page(
      Shell shell,
      Opened opened,
      Waiting.About about,
      Report report,
      List<Item.Taken> first,
      String note) {
    Sheet sheet = opened.sheet();
    Meaning meaning = opened.meaning();
    return new ListPage(
        shell,
        opened.id(),
        opened.name(),
        about(opened),
        note,
        sheet.encoding().map(inUse -> encodings(about, inUse)).orElse(List.of()),
        sheet.separator() == 0 ? List.of() : separators(about, sheet.separator()),
        IntStream.range(0, sheet.header().size())
            .mapToObj(
                at ->
                    new Column(
                        at,
                        sheet.header().get(at),
                        String.join(" · ", sheet.samples(at, SAMPLES)),
                        fields(meaning.fields().get(at))))
            .toList(),
        opened.hasOpenDates() ? orders(opened) : List.of(),
        opened.openDate().orElse(""),
        opened.asksForOrder(),
        words(opened),
        Stream.of(Standing.WAITING, Standing.APPROVED, Standing.APPLIED)
            .map(each -> choice(each, meaning.otherwise() == each))
            .toList(),
        report.fresh() + report.further(),
        outcome(opened, report, first));
  }

  private static String about(Opened opened) {
    String rows =
        t(
            "importers.rows",
            "count",
            opened.sheet().rows().size(),
            "kind",
            opened.sheet().kind().shown());
    return opened.remembered() ? rows + " " + t("importers.remembered") : rows;
  }

  private static List<Choice> encodings(Waiting.About about, Encoding inUse) {
    return Stream.of(Encoding.values())
        .map(
            each ->
                new Choice(
                    each.name(),
                    each.shown(),
                    about.encoding().isEmpty()
                        ? each == inUse
                        : each.name().equals(about.encoding())))
        .toList();
  }

  private static List<Choice> separators(Waiting.About about, char inUse) {
    var choices = new ArrayList<Choice>();
    for (char each : SEPARATORS) {
      String label =
          switch (each) {
            case ',' -> t("importers.comma");
            case ';' -> t("importers.semicolon");
            case '\t' -> t("importers.tab");
            default -> t("importers.bar");
          };
      choices.add(new Choice(String.valueOf(each), label, each == inUse));
    }
    return choices;
  }

  private static List<Choice> fields(Field chosen) {
    return Stream.of(Field.values())
        .map(field -> new Choice(field.key(), label(field), field == chosen))
        .toList();
  }

  static String label(Field field) {
    return t("importers.field", "field", field.name().toLowerCase(Locale.ROOT));
  }

  static String label(Standing standing) {
    return t("importers.standing", "standing", standing.key());
  }

  private static Choice choice(Standing standing, boolean chosen) {
    return new Choice(standing.key(), label(standing), chosen);
  }

  private static List<Choice> orders(Opened opened) {
    return Stream.of(DayOrder.values())
        .map(
            order ->
                new Choice(
                    order.key(),
                    order == DayOrder.DAY_FIRST
                        ? t("importers.day-first")
                        : t("importers.month-first"),
                    opened.order().equals(Optional.of(order))))
        .toList();
  }

  private static List<Word> words(Opened opened) {
    List<Opened.Word> words = opened.words();
    return IntStream.range(0, words.size())
        .mapToObj(
            at -> {
              Opened.Word word = words.get(at);
              var means = new ArrayList<Choice>();
              means.add(new Choice("", t("importers.says-nothing"), word.means().isEmpty()));
              for (Standing standing : Standing.values()) {
                means.add(choice(standing, word.means().equals(Optional.of(standing))));
              }
              return new Word(
                  at,
                  word.word(),
                  t("importers.word-rows", "count", word.rows()),
                  word.means().isEmpty(),
                  means);
            })
        .toList();
  }

  private Outcome outcome(Opened opened, Report report, List<Item.Taken> first) {
    String problem = opened.problem().orElse("");
    boolean can = problem.isEmpty() && !report.isNothing();
    return new Outcome(
        problem,
        Lists.would(report),
        numbers(report),
        left(report),
        odd(report),
        first.stream().map(this::sample).toList(),
        can ? t("importers.bring", "count", report.fresh() + report.further()) : "");
  }

  /** Numbers beside those of the sentence. */
  static List<String> numbers(Report report) {
    var lines = new ArrayList<String>();
    add(lines, report.same(), "importers.line-same");
    add(lines, report.twice(), "importers.line-twice");
    add(lines, report.left(), "importers.line-left");
    add(lines, report.unnoted(), "importers.line-unnoted");
    add(lines, (int) Math.min(Integer.MAX_VALUE, report.more()), "importers.line-more");
    if (!report.stages().isEmpty()) {
      lines.add(
          t(
              "importers.line-stages",
              "stages",
              report.stages().stream()
                  .map(
                      count ->
                          Standing.find(count.what()).map(ListView::label).orElse(count.what())
                              + " "
                              + Numbers.n(count.n()))
                  .collect(Collectors.joining(", "))));
    }
    return lines;
  }

  private static void add(List<String> lines, int count, String text) {
    if (count > 0) {
      lines.add(t(text, "count", count));
    }
  }

  static List<String> left(Report report) {
    return report.why().stream()
        .map(
            lines ->
                t(
                    "importers.left-rows",
                    "what",
                    lines.what(),
                    "count",
                    lines.n(),
                    "rows",
                    lines.first().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + (lines.n() > lines.first().size() ? " …" : "")))
        .toList();
  }

  static List<String> odd(Report report) {
    return report.odd().stream()
        .map(count -> t("importers.odd-rows", "what", count.what(), "count", count.n()))
        .toList();
  }

  private Sample sample(Item.Taken item) {
    var parts = new ArrayList<String>();
    item.brought().posting().company().ifPresent(parts::add);
    item.brought().posting().places().stream()
        .findFirst()
        .ifPresent(place -> parts.add(place.text()));
    parts.add(label(item.standing()));
    List<Brought.Step> steps = item.brought().steps();
    parts.add(times.day(steps.isEmpty() ? item.brought().found() : steps.getLast().at()));
    return new Sample(item.brought().posting().title(), String.join(" · ", parts));
  }
}
