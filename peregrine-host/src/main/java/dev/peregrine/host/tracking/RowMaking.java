package dev.peregrine.host.tracking;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.Salary;
import dev.peregrine.api.integration.TrackerRow.Cell;
import dev.peregrine.api.integration.TrackerTarget.Kind;
import dev.peregrine.host.pipeline.JobLine;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.rounds.Round;
import dev.peregrine.host.texts.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Makes cells out of what is known of a job.
 *
 * @param longest most characters of a cell
 * @param boardNames a board's name by its id
 */
record RowMaking(Plan plan, int longest, ZoneId zone, UnaryOperator<String> boardNames) {

  private static final int LONGEST_WORD = 100;

  /**
   * The cells of a job, by column; a field that is not known is an empty one.
   *
   * @param applied when the person applied
   * @param next the round that comes
   */
  Map<String, Cell> cells(String id, JobLine job, Optional<Instant> applied, Optional<Round> next) {
    var cells = new LinkedHashMap<String, Cell>();
    for (Mapped mapped : plan.columns()) {
      cells.put(mapped.column(), cell(mapped, id, job, applied, next));
    }
    return cells;
  }

  private Cell cell(
      Mapped mapped, String id, JobLine job, Optional<Instant> applied, Optional<Round> next) {
    Kind kind = mapped.kind();
    return switch (mapped.field()) {
      case ID -> new Cell.Text(id);
      case TITLE -> text(kind, job.title());
      case COMPANY -> text(kind, job.company().orElse(""));
      case PLACE -> text(kind, String.join(" · ", job.places()));
      case LINK -> kind == Kind.LINK ? new Cell.Link(job.url()) : text(kind, job.url().toString());
      case STAGE -> text(kind, stage(job));
      case SCORE ->
          job.score().map(score -> number(kind, BigDecimal.valueOf(score), 1)).orElse(EMPTY);
      case GAPS -> words(kind, job.gaps());
      case SALARY -> text(kind, job.salary().map(RowMaking::salary).orElse(""));
      case YEARLY ->
          job.salary()
              .flatMap(pay -> pay.annualMax().or(pay::annualMin))
              .map(pay -> number(kind, pay, 0))
              .orElse(EMPTY);
      case REMOTE -> remote(kind, job);
      case SOURCE -> text(kind, boardNames.apply(job.board()));
      case FOUND -> day(kind, Optional.of(LocalDate.ofInstant(job.found(), zone)));
      case POSTED -> day(kind, job.posted());
      case APPLIED -> day(kind, applied.map(at -> LocalDate.ofInstant(at, zone)));
      case NEXT_ROUND ->
          moment(kind, next.flatMap(Round::start).map(java.time.ZonedDateTime::toInstant));
    };
  }

  private static final Cell EMPTY = new Cell.Empty();

  private Cell text(Kind kind, String text) {
    if (text.isBlank()) {
      return EMPTY;
    }
    return kind == Kind.CHOICE || kind == Kind.CHOICES
        ? new Cell.Choices(List.of(word(text)))
        : new Cell.Text(CellText.cut(text, longest));
  }

  private Cell words(Kind kind, List<String> words) {
    if (words.isEmpty()) {
      return EMPTY;
    }
    return kind == Kind.CHOICES
        ? new Cell.Choices(words.stream().map(RowMaking::word).distinct().toList())
        : new Cell.Text(CellText.cut(String.join(", ", words), longest));
  }

  private static String word(String text) {
    return CellText.cut(text.replaceAll("\\s+", " ").strip(), LONGEST_WORD);
  }

  private static Cell number(Kind kind, BigDecimal number, int digits) {
    BigDecimal rounded = number.setScale(digits, RoundingMode.HALF_UP).stripTrailingZeros();
    return kind == Kind.NUMBER ? new Cell.Number(rounded) : new Cell.Text(rounded.toPlainString());
  }

  private static Cell day(Kind kind, Optional<LocalDate> day) {
    return day.<Cell>map(
            known -> kind == Kind.DATE ? new Cell.Day(known) : new Cell.Text(known.toString()))
        .orElse(EMPTY);
  }

  private Cell moment(Kind kind, Optional<Instant> moment) {
    return moment
        .<Cell>map(
            known ->
                kind == Kind.DATE
                    ? new Cell.Moment(known)
                    : new Cell.Text(known.atZone(zone).toLocalDateTime().toString()))
        .orElse(EMPTY);
  }

  private Cell remote(Kind kind, JobLine job) {
    if (job.remote().isEmpty()) {
      return EMPTY;
    }
    return switch (job.remote().get()) {
      case REMOTE -> remote(kind, true, t("tracking.remote"));
      case HYBRID -> remote(kind, false, t("tracking.hybrid"));
      case ON_SITE -> remote(kind, false, t("tracking.on-site"));
    };
  }

  private Cell remote(Kind kind, boolean isRemote, String word) {
    return kind == Kind.CHECK ? new Cell.Check(isRemote) : text(kind, word);
  }

  /** How it ended is what a person wants to see of one that ended. */
  private static String stage(JobLine job) {
    return job.ending()
        .map(ending -> t("tracking.ended", "ending", ending.key()))
        .orElseGet(() -> stage(job.stage()));
  }

  /** A stage as people read it elsewhere. */
  static String stage(Stage stage) {
    return t("tracking.stage-" + stage.key().replace('_', '-'));
  }

  private static String salary(Salary pay) {
    String amount =
        pay.min().isPresent() && pay.max().isPresent()
            ? Numbers.money(pay.min().get(), pay.max().get(), pay.currency())
            : Numbers.money(pay.min().or(pay::max).orElse(BigDecimal.ZERO), pay.currency());
    String span = pay.min().isEmpty() ? "up" : pay.max().isEmpty() ? "from" : "both";
    return t(
        "tracking.salary",
        "span",
        span,
        "amount",
        amount,
        "period",
        pay.period().name().toLowerCase(Locale.ROOT));
  }
}
