package dev.peregrine.host.mcp;

import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.letters.Clearance;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.letters.LetterWish;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.letters.Tongue;
import dev.peregrine.host.mcp.Tool.Effect;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.programs.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Letters: reading them, and having a model draft one. */
final class LetterTools {

  private final Jobs jobs;
  private final Letters letters;
  private final LetterWriting writing;

  LetterTools(Jobs jobs, Letters letters, LetterWriting writing) {
    this.jobs = jobs;
    this.letters = letters;
    this.writing = writing;
  }

  List<Tool<?, ?>> all() {
    return List.of(
        new Tool<>(
            "get_letter",
            "Read the cover letter",
            "The cover letter for a job as it is, its versions, and what of it the person's résumé "
                + "does not bear out.",
            Scope.READ,
            Effect.LOOKS,
            Which.class,
            LetterSheet.class,
            this::get),
        new Tool<>(
            "draft_letter",
            "Draft a cover letter",
            "Has the person's own language model draft a cover letter, or change the one that is "
                + "there. It becomes a version that the person reads and changes; nothing is "
                + "sent. A task does it: see get_task, then get_letter.",
            Scope.RUN,
            Effect.ASKS,
            Wish.class,
            WorkTools.Begun.class,
            this::draft));
  }

  record Which(
      @Says("The job's number, as from search_jobs.") long job,
      @Says("An older version, by its number.") Optional<Integer> version) {}

  record LetterSheet(
      String text,
      int version,
      Instant at,
      Letter.Origin origin,
      int words,
      @Says(
              "Whether the letter in use says nothing that the résumé does not bear out, and has no places left to fill in.")
          boolean clear,
      @Says("What the résumé does not bear out.") List<Unproven> unproven,
      @Says("Places in brackets that the person has to fill in.") List<String> toFillIn,
      List<Version> versions) {}

  record Unproven(String says, String why) {}

  record Version(int version, Instant at, Letter.Origin origin, int words, boolean inUse) {}

  private LetterSheet get(Which which) throws InterruptedException {
    Job job = job(which.job());
    Letter letter =
        (which.version().isPresent()
                ? letters.version(job.id(), which.version().get())
                : letters.current(job.id()))
            .orElseThrow(
                () ->
                    new ToolException(
                        which.version().isPresent()
                            ? "The letter for job \"%d\" has no version \"%d\". Leave version away to see which there are."
                                .formatted(job.id(), which.version().get())
                            : "There is no letter for job \"%d\" yet. draft_letter begins one."
                                .formatted(job.id())));
    Clearance cleared = letters.cleared(job.id());
    return new LetterSheet(
        letter.text(),
        letter.number(),
        letter.at(),
        letter.origin(),
        letter.words(),
        cleared instanceof Clearance.Cleared,
        cleared instanceof Clearance.Blocked blocked
            ? blocked.claims().stream().map(LetterTools::unproven).toList()
            : List.of(),
        cleared instanceof Clearance.Blocked blocked ? blocked.places() : List.of(),
        letters.versions(job.id()).stream().map(LetterTools::version).toList());
  }

  private static Unproven unproven(Claim claim) {
    return new Unproven(claim.text(), claim.why());
  }

  private static Version version(Letter letter) {
    return new Version(
        letter.number(), letter.at(), letter.origin(), letter.words(), letter.inUse());
  }

  record Wish(
      @Says("The job's number.") long job,
      @Says("What to change in the letter that is there; a new one is drafted where not given.")
          Optional<String> change,
      Optional<LetterStyle.Tone> tone,
      Optional<LetterStyle.Length> length,
      @Says("Such as en or de; the posting's own where not given.") Optional<String> language) {}

  private WorkTools.Begun draft(Wish wish) {
    Job job = job(wish.job());
    if (!writing.canWrite()) {
      throw new ToolException(
          "There is no language model to ask. The person sets one up under Settings, Language models.");
    }
    Optional<Letter> now = letters.inUse(job.id());
    if (wish.change().isPresent() && letters.current(job.id()).isEmpty()) {
      throw new ToolException(
          "There is no letter for job \"%d\" that could be changed. Leave change away to draft one."
              .formatted(job.id()));
    }
    Optional<LetterStyle> before =
        wish.change().isPresent() ? now.map(Letter::style) : Optional.empty();
    var style =
        new LetterStyle(
            wish.language()
                .map(LetterTools::language)
                .or(() -> before.map(LetterStyle::language))
                .orElseGet(() -> Drafts.languageFor(job)),
            wish.tone().or(() -> before.map(LetterStyle::tone)).orElse(LetterStyle.Tone.PLAIN),
            wish.length()
                .or(() -> before.map(LetterStyle::length))
                .orElse(LetterStyle.Length.MEDIUM));
    return WorkTools.Begun.of(
        writing.begin(
            new LetterWish(
                job.id(),
                style,
                wish.change().orElse(""),
                now.map(Letter::number).orElse(0),
                true)));
  }

  private static Locale language(String tag) {
    return Tongue.find(tag)
        .orElseThrow(
            () ->
                new ToolException(
                    "Language \"%s\": expected one of %s."
                        .formatted(
                            Foreign.line(tag),
                            Tongue.all().stream()
                                .map(Locale::toLanguageTag)
                                .collect(Collectors.joining(", ")))));
  }

  private Job job(long id) {
    return jobs.findById(id).orElseThrow(() -> ToolException.noJob(id));
  }
}
