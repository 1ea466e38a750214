package dev.peregrine.host.rest;

import dev.peregrine.host.letters.Clearance;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.LetterContent;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.letters.LetterWish;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.programs.Scope;
import dev.peregrine.host.rest.TaskOperations.Begun;
import dev.peregrine.host.web.ProgramProblem;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Letters: their versions, saving one, and having one drafted. */
final class LetterOperations {

  private final Jobs jobs;
  private final Letters letters;
  private final LetterWriting writing;
  private final TaskOperations tasks;

  LetterOperations(Jobs jobs, Letters letters, LetterWriting writing, TaskOperations tasks) {
    this.jobs = jobs;
    this.letters = letters;
    this.writing = writing;
    this.tasks = tasks;
  }

  record LetterVersion(
      int number,
      Instant at,
      @Meaning("How it came to be.") Letter.Origin origin,
      @Meaning("A language tag.") String language,
      LetterStyle.Tone tone,
      LetterStyle.Length length,
      int words,
      @Meaning("Whether it is the one that counts.") boolean inUse,
      String text) {

    static LetterVersion of(Letter letter) {
      return new LetterVersion(
          letter.number(),
          letter.at(),
          letter.origin(),
          letter.style().language().toLanguageTag(),
          letter.style().tone(),
          letter.style().length(),
          letter.words(),
          letter.inUse(),
          letter.text());
    }
  }

  record LetterList(List<LetterVersion> items) {}

  /** Whether a letter may leave. */
  enum Leave {
    NOTHING,
    BLOCKED,
    CLEARED
  }

  record LetterState(
      @Meaning("Whether the letter may leave Peregrine.") Leave state,
      @Meaning("How many claims the résumé does not bear out.") int claims,
      @Meaning("Places in brackets that are still to be filled in.") List<String> places) {}

  record NewLetter(
      @Meaning("The number of the version that you saw; 0 where there was none.") int seen,
      String text) {}

  record Wish(
      @Meaning("What is to be changed in the letter as it is; nothing for a new one.")
          Optional<String> feedback,
      Optional<LetterStyle.Tone> tone,
      Optional<LetterStyle.Length> length,
      @Meaning("A language tag such as de; the posting's where it is left out.")
          Optional<String> language) {}

  List<Operation<?, ?>> all() {
    return List.of(
        Operation.get(
            Topic.LETTERS,
            "listLetters",
            "/jobs/{job}/letters",
            "Lists the versions of a job's letter, the newest first.",
            List.of(),
            LetterList.class,
            asked ->
                new LetterList(
                    letters.versions(JobOperations.job(jobs, asked).id()).stream()
                        .map(LetterVersion::of)
                        .toList())),
        Operation.get(
            Topic.LETTERS,
            "getLetter",
            "/jobs/{job}/letters/{letter}",
            "Gives one version.",
            List.of(),
            LetterVersion.class,
            this::version),
        Operation.get(
            Topic.LETTERS,
            "getLetterState",
            "/jobs/{job}/letter-state",
            "Says whether the letter in use may leave, and what keeps it back.",
            List.of(),
            LetterState.class,
            this::state),
        Operation.post(
            Topic.LETTERS,
            Scope.WRITE,
            "saveLetter",
            "/jobs/{job}/letters",
            "Saves a version. If somebody saved since, yours is kept beside and not used.",
            NewLetter.class,
            List.of(201),
            LetterVersion.class,
            this::save),
        Operation.post(
            Topic.LETTERS,
            Scope.RUN,
            "draftLetter",
            "/jobs/{job}/letter-drafts",
            "Has a language model write a draft, as a task. Nothing is sent anywhere else.",
            Wish.class,
            List.of(202),
            Begun.class,
            this::draft));
  }

  private LetterVersion version(Asked asked) {
    Job job = JobOperations.job(jobs, asked);
    int number = (int) Math.min(asked.id("letter"), Integer.MAX_VALUE);
    return letters
        .version(job.id(), number)
        .map(LetterVersion::of)
        .orElseThrow(() -> Refusal.none("Version of the letter", number));
  }

  private LetterState state(Asked asked) {
    try {
      return switch (letters.cleared(JobOperations.job(jobs, asked).id())) {
        case Clearance.Nothing _ -> new LetterState(Leave.NOTHING, 0, List.of());
        case Clearance.Blocked blocked ->
            new LetterState(Leave.BLOCKED, blocked.claims().size(), blocked.places());
        case Clearance.Cleared _ -> new LetterState(Leave.CLEARED, 0, List.of());
      };
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Peregrine is stopping.", stopping);
    }
  }

  private Result<LetterVersion> save(Asked asked, NewLetter said) {
    Job job = JobOperations.job(jobs, asked);
    Letters.Saving saving;
    try {
      saving =
          letters.save(
              job.id(),
              said.seen(),
              LetterContent.of(
                  Letter.Origin.TYPED,
                  said.text(),
                  letters
                      .current(job.id())
                      .map(Letter::style)
                      .orElseGet(() -> LetterStyle.in(Drafts.languageFor(job))),
                  letters
                      .resume(job.id())
                      .map(resume -> new Letter.Against(resume.id(), resume.version()))));
    } catch (IllegalArgumentException tooLong) {
      throw Refusal.invalid(String.valueOf(tooLong.getMessage()));
    }
    return switch (saving) {
      case Letters.Saving.Done done ->
          Result.created(
              LetterVersion.of(done.letter()),
              "/jobs/%d/letters/%d".formatted(job.id(), done.letter().number()));
      case Letters.Saving.Overtaken overtaken ->
          throw Refusal.stale(
                  "Somebody saved version %d since. Yours is kept as version %d and is not used."
                      .formatted(overtaken.inUse().number(), overtaken.kept().number()))
              .with("in_use", overtaken.inUse().number())
              .with("kept", overtaken.kept().number());
    };
  }

  private Result<Begun> draft(Asked asked, Wish wish) {
    Job job = JobOperations.job(jobs, asked);
    if (!writing.canWrite()) {
      throw new Refusal(
          ProgramProblem.of(
              409,
              "no-model",
              "No language model",
              "There is no language model that could write. Set one up under Settings → Models."));
    }
    LetterStyle usual =
        letters
            .current(job.id())
            .map(Letter::style)
            .orElseGet(() -> LetterStyle.in(Drafts.languageFor(job)));
    var style =
        new LetterStyle(
            wish.language().map(Locale::forLanguageTag).orElse(usual.language()),
            wish.tone().orElse(usual.tone()),
            wish.length().orElse(usual.length()));
    int seen = letters.inUse(job.id()).map(Letter::number).orElse(0);
    LetterWish wanted;
    try {
      wanted = new LetterWish(job.id(), style, wish.feedback().orElse(""), seen, false);
    } catch (IllegalArgumentException tooLong) {
      throw Refusal.invalid(String.valueOf(tooLong.getMessage()));
    }
    return tasks.begun(writing.begin(wanted));
  }
}
