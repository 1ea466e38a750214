package dev.peregrine.api.export;

import dev.peregrine.api.Posting;
import dev.peregrine.api.integration.CalendarEvent;
import dev.peregrine.api.scoring.Score;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What an exporter is to write. Kinds may be added in minor versions; an exporter is only asked for
 * those that its descriptor names.
 *
 * @since 0.1
 */
public sealed interface ExportRequest {

  /** Which of the records this is. */
  Kind kind();

  /** Kinds of request, one a record. */
  enum Kind {
    /** {@link ExportRequest.Letter}. */
    LETTER,
    /** {@link ExportRequest.Resume}. */
    RESUME,
    /** {@link ExportRequest.Application}. */
    APPLICATION,
    /** {@link ExportRequest.Jobs}. */
    JOBS,
    /** {@link ExportRequest.WorkSearch}. */
    WORK_SEARCH,
    /** {@link ExportRequest.Events}. */
    EVENTS
  }

  /**
   * A cover letter.
   *
   * @param sender who writes
   * @param recipient lines of the address, from the name downwards; may be none
   * @param place where it is written, for the line of the date
   * @param date of the letter
   * @param subject one line
   * @param body plain text from the salutation to the closing words; an empty line parts
   *     paragraphs, a single line break stays one
   */
  record Letter(
      Sender sender,
      List<String> recipient,
      Optional<String> place,
      LocalDate date,
      Optional<String> subject,
      String body)
      implements ExportRequest {
    public Letter {
      Objects.requireNonNull(sender);
      recipient = List.copyOf(recipient);
      Objects.requireNonNull(place);
      Objects.requireNonNull(date);
      Objects.requireNonNull(subject);
      if (body.isBlank()) {
        throw new IllegalArgumentException("The letter's body is blank.");
      }
    }

    @Override
    public Kind kind() {
      return Kind.LETTER;
    }
  }

  /**
   * A résumé.
   *
   * @param json text in the schema of JSON Resume (jsonresume.org, version 1.0.0, read 2026-11-22)
   */
  record Resume(String json) implements ExportRequest {
    public Resume {
      if (json.isBlank()) {
        throw new IllegalArgumentException("The résumé is blank.");
      }
    }

    @Override
    public Kind kind() {
      return Kind.RESUME;
    }
  }

  /** Letter and résumé in one document. */
  record Application(Letter letter, Resume resume) implements ExportRequest {
    public Application {
      Objects.requireNonNull(letter);
      Objects.requireNonNull(resume);
    }

    @Override
    public Kind kind() {
      return Kind.APPLICATION;
    }
  }

  /** A list of jobs. */
  record Jobs(List<Job> jobs) implements ExportRequest {
    public Jobs {
      jobs = List.copyOf(jobs);
    }

    @Override
    public Kind kind() {
      return Kind.JOBS;
    }
  }

  /**
   * A report of what the person did to find work, as authorities ask for.
   *
   * @param sender whose report it is
   * @param from first day of the period
   * @param to last day of the period
   * @param jobs those with a step in the period, with all of their history
   * @param columns headings of the authority's own table with the fact that goes below each
   * @param notes what the authority wants to be said, such as a declaration; plain
   */
  record WorkSearch(
      Sender sender,
      LocalDate from,
      LocalDate to,
      List<Job> jobs,
      List<Column> columns,
      List<String> notes)
      implements ExportRequest {
    public WorkSearch {
      Objects.requireNonNull(sender);
      if (from.isAfter(to)) {
        throw new IllegalArgumentException(
            "Period \"%s to %s\": the first day is after the last.".formatted(from, to));
      }
      jobs = List.copyOf(jobs);
      columns = List.copyOf(columns);
      notes = List.copyOf(notes);
    }

    @Override
    public Kind kind() {
      return Kind.WORK_SEARCH;
    }

    /**
     * The table of the report: a row for each step that was taken in the period, the first one
     * first, with a text for each of the {@linkplain #columns columns}; what is not known is an
     * empty text.
     *
     * @param layout whose zone says on which day a step was taken, and whose locale how days are
     *     written
     */
    public List<List<String>> rows(ExporterContext.Layout layout) {
      return new WorkSearchRows(this, layout).rows();
    }
  }

  /**
   * Events for a calendar.
   *
   * @param feed what the calendar is called that others subscribe to; empty for a file that is
   *     opened once
   */
  record Events(List<CalendarEvent> events, Optional<String> feed) implements ExportRequest {
    public Events {
      events = List.copyOf(events);
      Objects.requireNonNull(feed);
    }

    /** A file that is opened once. */
    public Events(List<CalendarEvent> events) {
      this(events, Optional.empty());
    }

    @Override
    public Kind kind() {
      return Kind.EVENTS;
    }
  }

  /**
   * The person who writes.
   *
   * @param name as it stands on the letter
   * @param lines address, telephone, mail and so on, one a line
   * @param links addresses that may be clicked
   */
  record Sender(String name, List<String> lines, List<URI> links) {
    public Sender {
      if (name.isBlank()) {
        throw new IllegalArgumentException("The sender's name is blank.");
      }
      lines = List.copyOf(lines);
      links = List.copyOf(links);
    }
  }

  /**
   * A job with what became of it.
   *
   * @param id Peregrine's lasting id
   * @param posting as it was found
   * @param board id of the board where it was found
   * @param stage its stage for programs, such as {@code phone_screen}
   * @param score the last match score, if it was scored
   * @param found when it was found
   * @param history its stages, the first one first
   * @param notes the person's own words
   */
  record Job(
      String id,
      Posting posting,
      String board,
      String stage,
      Optional<Score> score,
      Instant found,
      List<Step> history,
      Optional<String> notes) {
    public Job {
      if (id.isBlank() || stage.isBlank()) {
        throw new IllegalArgumentException(
            "Job \"%s\" in stage \"%s\": expected both.".formatted(id, stage));
      }
      Objects.requireNonNull(posting);
      Objects.requireNonNull(board);
      Objects.requireNonNull(score);
      Objects.requireNonNull(found);
      history = List.copyOf(history);
      Objects.requireNonNull(notes);
    }
  }

  /**
   * A step in the history of a job.
   *
   * @param at when it was taken
   * @param stage the stage it led to, for programs
   * @param text as people read it, such as {@code Applied by mail}
   */
  record Step(Instant at, String stage, String text) {
    public Step {
      Objects.requireNonNull(at);
      Objects.requireNonNull(stage);
      Objects.requireNonNull(text);
    }
  }

  /**
   * A column of an authority's table.
   *
   * @param heading as the authority words it
   * @param fact what stands below it
   */
  record Column(String heading, Fact fact) {
    public Column {
      if (heading.isBlank()) {
        throw new IllegalArgumentException("A column of the report has a blank heading.");
      }
      Objects.requireNonNull(fact);
    }
  }

  /** What can stand in a column of a report. Constants may be added in minor versions. */
  enum Fact {
    /** The day of the step. */
    DATE,
    /** What was done. */
    STEP,
    COMPANY,
    TITLE,
    PLACE,
    /** Where the posting was found. */
    BOARD,
    /** Address of the posting. */
    ADDRESS,
    /** How and with whom, as far as it is known. */
    CONTACT,
    /** The last stage. */
    RESULT,
    NOTES,
    /** Nothing: to be filled in by hand. */
    BLANK
  }
}
