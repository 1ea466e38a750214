package dev.peregrine.host.sources;

import dev.peregrine.host.discovery.BoardRead;
import dev.peregrine.host.discovery.OutcomeState;
import dev.peregrine.host.discovery.PostingField;
import dev.peregrine.host.discovery.SourceHealth;
import dev.peregrine.host.discovery.SourceState;
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
      case NEW -> "Not asked yet";
      case FINE -> "Fine";
      case QUIET -> "Quiet";
      case BLOCKED -> "Blocked";
      case NEEDS_KEY -> "Needs a key";
      case NEEDS_SETTINGS -> "Needs settings";
      case NEEDS_BROWSER -> "Needs a browser";
      case CHANGED -> "Changed";
      case RESTING -> "Resting";
      case AWAY -> "Did not work";
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
          case BLOCKED -> source.sentence() + " That says nothing about the jobs there.";
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
    return "Read %s: %,d found, %,d new."
        .formatted(times.momentWithin(read.at()), read.found(), read.kept());
  }

  private String nothingNew(SourceHealth source) {
    return source
        .lastNew()
        .map(time -> " Nothing new since " + times.momentWithin(time) + ".")
        .orElse(" Nothing new for your searches so far.");
  }

  private String again(SourceHealth source) {
    Optional<Instant> until = source.until();
    if (until.isEmpty()) {
      return source.state() == SourceState.BLOCKED || source.state() == SourceState.AWAY
          ? "It is asked again in the next search."
          : "";
    }
    String time = times.momentWithin(until.get());
    return source.isAsked()
        ? "It asks to be left alone until " + time + "."
        : "It rests until " + time + ".";
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
        : "Found in the last %s, the oldest first: %s"
            .formatted(
                reads.size() == 1 ? "reading" : reads.size() + " readings",
                reads.stream()
                    .map(
                        read ->
                            read.state() == OutcomeState.DONE || read.found() > 0
                                ? "%,d".formatted(read.found())
                                : "none, " + outcome(read).toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining("; ")));
  }

  private static String filled(BoardRead read) {
    return read.found() == 0
        ? ""
        : Stream.of(PostingField.values())
            .map(field -> "%s %d\u00a0%%".formatted(field.label(), read.percent(field)))
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
                  counted ? "%,d".formatted(read.found()) : "–",
                  counted ? "%,d".formatted(read.kept()) : "–",
                  "%.1f s".formatted(read.took().toMillis() / 1000.0));
            })
        .toList();
  }

  private static String outcome(BoardRead read) {
    return switch (read.state()) {
      case DONE -> "Read";
      case BLOCKED -> "Blocked";
      case RESTING -> "Asked to wait";
      case FAILED -> "Did not work";
      case BROKEN -> "Changed";
      case NEEDS_SETTINGS -> "Needs settings";
      case NEEDS_BROWSER -> "Needs a browser";
      case STOPPED -> "Stopped";
      case WAITING, READING -> "Reading";
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
