package dev.peregrine.host.sources;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.discovery.BoardRead;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.discovery.PostingField;
import dev.peregrine.host.discovery.SourceHealth;
import dev.peregrine.host.discovery.SourceState;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Says how a board is. */
record SourceWords(Times times) {

  SourceCard card(SourceHealth source, boolean canSearch) {
    return new SourceCard(
        source.board(),
        source.name(),
        state(source.state()),
        tag(source.state()),
        icon(source.state()),
        sentence(source),
        bars(source.reads()),
        barsSaid(source.reads()),
        source.lastWell().map(SourceWords::filled).orElse(""),
        "/plugins?settings=board/" + source.board() + "#set",
        canSearch && !(source.isAsked() && source.until().isPresent()),
        source.isDrift());
  }

  static String state(SourceState state) {
    return switch (state) {
      case NEW -> t("sources.not-asked-yet");
      case FINE -> t("sources.fine");
      case QUIET -> t("sources.quiet");
      case BLOCKED -> t("sources.blocked");
      case NEEDS_KEY -> t("sources.needs-key");
      case NEEDS_SETTINGS -> t("sources.needs-settings");
      case NEEDS_BROWSER -> t("sources.needs-browser");
      case CHANGED -> t("sources.changed");
      case RESTING -> t("sources.resting");
      case AWAY -> t("sources.did-not-work");
    };
  }

  private static String tag(SourceState state) {
    return switch (state) {
      case FINE -> "positive";
      case BLOCKED, NEEDS_KEY, NEEDS_SETTINGS, NEEDS_BROWSER, AWAY -> "caution";
      case CHANGED -> "danger";
      case NEW, QUIET, RESTING -> "";
    };
  }

  private static Icon icon(SourceState state) {
    return switch (state) {
      case FINE -> Icon.CHECK;
      case BLOCKED -> Icon.STOP;
      case CHANGED, AWAY -> Icon.WARN;
      case NEEDS_KEY -> Icon.LOCK;
      case NEEDS_SETTINGS -> Icon.TUNE;
      case NEEDS_BROWSER -> Icon.PLUG;
      case NEW, QUIET -> Icon.DOT;
      case RESTING -> Icon.CLOCK;
    };
  }

  private String sentence(SourceHealth source) {
    String why =
        switch (source.state()) {
          case NEW -> source.sentence();
          case FINE -> brought(source);
          case QUIET -> brought(source) + nothingNew(source);
          case BLOCKED -> source.sentence() + " " + t("sources.says-nothing");
          case NEEDS_KEY, NEEDS_SETTINGS, NEEDS_BROWSER, CHANGED, RESTING, AWAY ->
              source.sentence();
        };
    String when = again(source);
    String last =
        source.state().isTrouble() ? source.lastWell().map(this::lastRead).orElse("") : "";
    return Stream.of(why, when, last).filter(s -> !s.isBlank()).collect(Collectors.joining(" "));
  }

  private String brought(SourceHealth source) {
    return source.lastWell().map(this::lastRead).orElse("");
  }

  private String lastRead(BoardRead read) {
    return t(
        "sources.last-read",
        "when",
        times.momentWithin(read.at()),
        "found",
        read.found(),
        "kept",
        read.kept());
  }

  private String nothingNew(SourceHealth source) {
    return source
        .lastNew()
        .map(time -> " " + t("sources.nothing-new-since", "when", times.momentWithin(time)))
        .orElseGet(() -> " " + t("sources.nothing-new"));
  }

  private String again(SourceHealth source) {
    Optional<Instant> until = source.until();
    if (until.isEmpty()) {
      return source.state() == SourceState.BLOCKED || source.state() == SourceState.AWAY
          ? t("sources.asked-again")
          : "";
    }
    String time = times.momentWithin(until.get());
    return source.isAsked()
        ? t("sources.left-alone-until", "time", time)
        : t("sources.rests-until", "time", time);
  }

  private static List<SourceCard.Bar> bars(List<BoardRead> reads) {
    int most = Math.max(1, reads.stream().mapToInt(BoardRead::found).max().orElse(1));
    var bars = new ArrayList<SourceCard.Bar>();
    for (BoardRead read : reads) {
      int all = height(read.found(), most);
      bars.add(
          new SourceCard.Bar(
              bars.size() * SourceCard.STEP,
              all,
              read.kept() == 0 ? 0 : Math.min(all, height(read.kept(), most)),
              read.state() != OutcomeState.DONE && read.found() == 0));
    }
    return bars;
  }

  /** At least a stroke, so that nothing found is seen to be a reading. */
  private static int height(int number, int most) {
    return Math.max(2, Math.round((float) number * SourceCard.HEIGHT / most));
  }

  private static String barsSaid(List<BoardRead> reads) {
    return reads.isEmpty()
        ? ""
        : t(
            "sources.found-in-last",
            "count",
            reads.size(),
            "found",
            reads.stream()
                .map(
                    read ->
                        read.state() == OutcomeState.DONE || read.found() > 0
                            ? Numbers.n(read.found())
                            : t("sources.none-because", "why", outcome(read)))
                .collect(Collectors.joining("; ")));
  }

  private static String filled(BoardRead read) {
    return read.found() == 0
        ? ""
        : Stream.of(PostingField.values())
            .map(
                field ->
                    t(
                        "sources.field-percent",
                        "field",
                        field.label(),
                        "percent",
                        read.percent(field)))
            .collect(Collectors.joining(", "));
  }

  List<SourcePage.Read> reads(List<BoardRead> reads) {
    return reads.reversed().stream()
        .map(
            read -> {
              boolean counted = read.state() == OutcomeState.DONE || read.found() > 0;
              return new SourcePage.Read(
                  times.moment(read.at()),
                  read.state() == OutcomeState.DONE ? read.changed() : outcome(read),
                  counted ? Numbers.n(read.found()) : "–",
                  counted ? Numbers.n(read.kept()) : "–",
                  "%.1f s".formatted(read.took().toMillis() / 1000.0));
            })
        .toList();
  }

  private static String outcome(BoardRead read) {
    return switch (read.state()) {
      case DONE -> t("sources.read");
      case BLOCKED -> t("sources.blocked");
      case RESTING -> t("sources.asked-wait");
      case FAILED -> t("sources.did-not-work");
      case BROKEN -> t("sources.changed");
      case NEEDS_SETTINGS -> t("sources.needs-settings");
      case NEEDS_BROWSER -> t("sources.needs-browser");
      case STOPPED -> t("sources.stopped");
      case WAITING, READING -> t("sources.reading");
    };
  }

  static List<SourcePage.Field> fields(BoardRead read) {
    return Stream.of(PostingField.values())
        .map(
            field ->
                new SourcePage.Field(
                    field.label().substring(0, 1).toUpperCase(Locale.ROOT)
                        + field.label().substring(1),
                    read.percent(field)))
        .toList();
  }
}
