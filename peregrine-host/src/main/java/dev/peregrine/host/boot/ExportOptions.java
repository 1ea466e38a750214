package dev.peregrine.host.boot;

import dev.peregrine.api.export.ExporterContext.Paper;
import dev.peregrine.api.export.ExporterDescriptor;
import dev.peregrine.host.exports.Authorities;
import dev.peregrine.host.exports.ExportFormat;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.JobFilter;
import dev.peregrine.host.pipeline.JobPage;
import dev.peregrine.host.pipeline.Stage;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What of the jobs is exported, and how it looks. */
final class ExportOptions {

  @Option(
      names = "--template",
      paramLabel = "ID",
      description = "The look, where the format has several.")
  private @Nullable String template;

  @Option(
      names = "--paper",
      paramLabel = "a4|letter",
      description = "Size of a page (default: the usual one of your country).")
  private @Nullable String paper;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Of lists, such as en or de (default: en; letters have their own).")
  private String language = "en";

  @Option(
      names = "--stage",
      description = "Of a list: pending, approved, applied, … or all (default: ${DEFAULT-VALUE})",
      defaultValue = "all")
  private String stage = "all";

  @Option(names = "--query", paramLabel = "TEXT", description = "Of a list: words to look for.")
  private @Nullable String query;

  @Option(
      names = "--authority",
      paramLabel = "KEY",
      description = "Of a report: whose form it follows (default: general).")
  private String authority = Authorities.USUAL;

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Of a report: the first day, as 2026-11-01 (default: the month's first).")
  private @Nullable String from;

  @Option(
      names = "--until",
      paramLabel = "DAY",
      description = "Of a report: the last day (default: today).")
  private @Nullable String until;

  void check(ExportFormat format) {
    if (template != null && !format.has(template)) {
      String known =
          format.templates().stream()
              .map(ExporterDescriptor.Template::id)
              .collect(Collectors.joining(", "));
      throw new UsageException(
          known.isEmpty()
              ? "Template \"%s\": \"%s\" has only one look. Leave --template out."
                  .formatted(template, format.name())
              : "Template \"%s\": expected one of %s.".formatted(template, known));
    }
    if (paper != null && !paper.equals("a4") && !paper.equals("letter")) {
      throw new UsageException("Paper \"%s\": expected a4 or letter.".formatted(paper));
    }
  }

  Optional<String> template() {
    return Optional.ofNullable(template);
  }

  Optional<Paper> paper() {
    return Optional.ofNullable(paper).map(word -> word.equals("a4") ? Paper.A4 : Paper.US_LETTER);
  }

  Locale language() {
    return Locale.forLanguageTag(language);
  }

  String authority() {
    return authority;
  }

  LocalDate until(LocalDate today) {
    return day("--until", until).orElse(today);
  }

  LocalDate from(LocalDate until) {
    LocalDate first = day("--from", from).orElse(until.withDayOfMonth(1));
    if (first.isAfter(until)) {
      throw new UsageException(
          "--from \"%s\": expected a day that is not after \"%s\".".formatted(first, until));
    }
    return first;
  }

  private static Optional<LocalDate> day(String option, @Nullable String typed) {
    try {
      return Optional.ofNullable(typed).map(LocalDate::parse);
    } catch (DateTimeException none) {
      throw new UsageException(
          "%s \"%s\": expected a day such as 2026-11-01.".formatted(option, typed));
    }
  }

  /** Those of the list, the best match first. */
  List<Job> jobs(Peregrine peregrine) {
    JobFilter filter = filter();
    var all = new ArrayList<Job>();
    Optional<String> after = Optional.empty();
    do {
      JobPage page = peregrine.jobs().page(filter, after, 500);
      page.rows().forEach(row -> peregrine.jobs().findById(row.id()).ifPresent(all::add));
      after = page.next();
    } while (after.isPresent());
    return all;
  }

  private JobFilter filter() {
    try {
      JobFilter all = stage.equals("all") ? JobFilter.all() : JobFilter.stage(Stage.of(stage));
      return query == null ? all : all.withWords(query);
    } catch (IllegalArgumentException unknown) {
      throw new UsageException(String.valueOf(unknown.getMessage()));
    }
  }
}
