package dev.peregrine.host.apply;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.apply.InkPart.Ink;
import dev.peregrine.host.evidence.CheckedSentence;
import dev.peregrine.host.evidence.CheckedText;
import dev.peregrine.host.evidence.Claim;
import dev.peregrine.host.evidence.ClaimKind;
import dev.peregrine.host.letters.Drafts;
import dev.peregrine.host.letters.Letter;
import dev.peregrine.host.letters.LetterStyle;
import dev.peregrine.host.letters.LetterWriting;
import dev.peregrine.host.letters.Letters;
import dev.peregrine.host.letters.Mission;
import dev.peregrine.host.letters.OwnLetter;
import dev.peregrine.host.letters.Placeholders;
import dev.peregrine.host.letters.Recipient;
import dev.peregrine.host.letters.Tongue;
import dev.peregrine.host.letters.WritingState;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.tailoring.Tailorings;
import dev.peregrine.host.texts.Language;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes what is shown of letters. */
final class LetterViews {

  private final Letters letters;
  private final LetterWriting writing;
  private final Tailorings tailorings;

  LetterViews(Letters letters, LetterWriting writing, Tailorings tailorings) {
    this.letters = letters;
    this.writing = writing;
    this.tailorings = tailorings;
  }

  /** A letter as it was checked just now. */
  record Checked(Optional<Letter> letter, Optional<Resume> resume, Optional<CheckedText> text) {}

  Checked check(Job job) throws InterruptedException {
    Optional<Letter> letter = letters.current(job.id());
    Optional<Resume> resume = letters.resume(job.id());
    Optional<CheckedText> text =
        letter.isPresent() && resume.isPresent()
            ? Optional.of(letters.check(letter.get().text(), job, resume.get()))
            : Optional.empty();
    return new Checked(letter, resume, text);
  }

  LetterSheet sheet(Visit visit, Job job, Checked checked) {
    Optional<Letter> letter = checked.letter();
    int seen = letters.inUse(job.id()).map(Letter::number).orElse(0);
    LetterStyle style = style(job, letter);
    return new LetterSheet(
        job.id(),
        letter.map(Letter::text).orElse(""),
        seen,
        letter.map(each -> how(each, visit.times())).orElse(""),
        style.language().toLanguageTag(),
        letter.flatMap(each -> otherLanguage(each)).orElse(""),
        saved(visit, job, letter, seen, false),
        ink(checked, false),
        visit.token());
  }

  static LetterSavedPart saved(
      Visit visit, Job job, Optional<Letter> letter, int seen, boolean again) {
    return new LetterSavedPart(
        job.id(),
        letter
            .map(
                each ->
                    t("letters.words", "count", each.words())
                        + " · "
                        + t("letters.saved-at", "time", visit.times().clock(each.at())))
            .orElse(""),
        seen,
        0,
        "",
        "",
        again,
        visit.token());
  }

  private static Optional<String> otherLanguage(Letter letter) {
    Locale wanted = letter.style().language();
    return Tongue.of(letter.text())
        .filter(found -> !found.getLanguage().equals(wanted.getLanguage()))
        .map(found -> t("letters.other-language", "found", named(found), "wanted", named(wanted)));
  }

  private static String named(Locale language) {
    return language.getDisplayLanguage(Language.current().locale());
  }

  InkPart ink(Checked checked, boolean again) {
    String text = checked.letter().map(Letter::text).orElse("");
    record Span(int start, int end, Ink ink) {}
    var spans = new ArrayList<Span>();
    checked
        .text()
        .ifPresent(
            all ->
                all.sentences().stream()
                    .flatMap(sentence -> sentence.claims().stream())
                    .forEach(
                        claim ->
                            spans.add(
                                new Span(
                                    claim.start(),
                                    claim.end(),
                                    claim.isSupported() ? Ink.EVIDENCE : Ink.DOUBT))));
    int from = 0;
    for (String place : Placeholders.in(text)) {
      int at = text.indexOf(place, from);
      spans.removeIf(span -> span.start() < at + place.length() && at < span.end());
      spans.add(new Span(at, at + place.length(), Ink.DOUBT));
      from = at + place.length();
    }
    spans.sort(Comparator.comparingInt(Span::start));
    var pieces = new ArrayList<InkPart.Piece>();
    int done = 0;
    for (Span span : spans) {
      if (span.start() > done) {
        pieces.add(new InkPart.Piece(text.substring(done, span.start()), Ink.PLAIN));
      }
      pieces.add(new InkPart.Piece(text.substring(span.start(), span.end()), span.ink()));
      done = span.end();
    }
    pieces.add(new InkPart.Piece(text.substring(done), Ink.PLAIN));
    return new InkPart(pieces, again);
  }

  ProofPart proof(Visit visit, Job job, Checked checked, boolean again)
      throws InterruptedException {
    Optional<Resume> resume = checked.resume();
    ResumeDocument document =
        resume.isPresent() ? tailorings.document(resume.get()) : ResumeDocument.EMPTY;
    var doubts = new ArrayList<ProofPart.Doubtful>();
    var proofs = new ArrayList<ProofPart.Proof>();
    String path = resume.map(each -> "/profile/resumes/" + each.id()).orElse("");
    for (CheckedSentence sentence : checked.text().map(CheckedText::sentences).orElse(List.of())) {
      if (!sentence.isSupported()) {
        doubts.add(doubtful(sentence, document));
      }
      sentence.claims().stream()
          .flatMap(
              claim ->
                  claim.fact().stream()
                      .map(fact -> new ProofPart.Proof(claim.text(), fact.text(), path)))
          .forEach(proofs::add);
    }
    return new ProofPart(
        job.id(),
        checked.letter().isPresent(),
        resume.map(Resume::name).orElse(""),
        path,
        doubts,
        checked.letter().map(each -> Placeholders.in(each.text())).orElse(List.of()),
        proofs,
        doubts.isEmpty() ? List.of() : Additions.places(document),
        again,
        visit.token());
  }

  private static ProofPart.Doubtful doubtful(CheckedSentence sentence, ResumeDocument document) {
    List<Claim> claims = sentence.claims().stream().filter(claim -> !claim.isSupported()).toList();
    var pieces = new ArrayList<InkPart.Piece>();
    String text = sentence.text();
    int done = 0;
    for (Claim claim : claims) {
      int from = Math.clamp(claim.start() - sentence.start(), done, text.length());
      int to = Math.clamp(claim.end() - sentence.start(), from, text.length());
      pieces.add(new InkPart.Piece(text.substring(done, from), Ink.PLAIN));
      pieces.add(new InkPart.Piece(text.substring(from, to), Ink.DOUBT));
      done = to;
    }
    pieces.add(new InkPart.Piece(text.substring(done), Ink.PLAIN));
    return new ProofPart.Doubtful(
        pieces,
        sentence.start(),
        sentence.end(),
        claims.stream().map(claim -> doubt(sentence, claim, document)).toList());
  }

  private static ProofPart.Doubt doubt(
      CheckedSentence sentence, Claim claim, ResumeDocument document) {
    boolean name =
        claim.kind() == ClaimKind.SKILL
            || claim.kind() == ClaimKind.CERTIFICATE
            || claim.kind() == ClaimKind.LANGUAGE;
    return new ProofPart.Doubt(
        claim.text(),
        claim.why(),
        claim.start(),
        name ? claim.text() : sentence.text(),
        Additions.home(claim.kind(), document));
  }

  WritingPart writing(Visit visit, Job job) {
    Optional<WritingState> state = writing.state(job.id());
    long before = visit.number("task").orElse(0);
    boolean under = state.filter(WritingState::isUnderWay).isPresent();
    return new WritingPart(
        job.id(),
        state.map(LetterViews::step).orElse(WritingPart.State.NOTHING),
        under ? state.map(WritingState::task).orElse(0L) : 0,
        state.map(each -> by(each.backend(), each.model())).orElse(""),
        state.map(WritingState::text).orElse(""),
        state
            .map(WritingState::error)
            .map(why -> why.isEmpty() ? t("letters.something-wrong") : why)
            .orElse(""),
        before > 0 && !under,
        visit.token());
  }

  private static WritingPart.State step(WritingState state) {
    return switch (state.step()) {
      case WAITING -> WritingPart.State.WAITING;
      case WRITING -> state.thinking() ? WritingPart.State.THINKING : WritingPart.State.WRITING;
      case FAILED -> WritingPart.State.FAILED;
    };
  }

  LetterOptions options(Visit visit, Job job, Checked checked, String feedback) {
    Optional<Letter> letter = checked.letter();
    LetterStyle style = style(job, letter);
    Optional<Mission> mission = writing.mission(job);
    Recipient recipient = Drafts.recipient(job);
    return new LetterOptions(
        job.id(),
        writing.firstAsked().orElse(""),
        letter.isPresent(),
        checked.resume().isPresent(),
        letters.inUse(job.id()).map(Letter::number).orElse(0),
        feedback,
        Tongue.all().stream()
            .map(
                each ->
                    new LetterOptions.Choice(
                        each.toLanguageTag(),
                        named(each),
                        each.getLanguage().equals(style.language().getLanguage())))
            .toList(),
        Arrays.stream(LetterStyle.Tone.values())
            .map(
                each ->
                    new LetterOptions.Choice(
                        each.name(),
                        t("letters.tone-" + each.name().toLowerCase(Locale.ROOT)),
                        each == style.tone()))
            .toList(),
        Arrays.stream(LetterStyle.Length.values())
            .map(
                each ->
                    new LetterOptions.Choice(
                        each.name(),
                        t(
                            "letters.length-" + each.name().toLowerCase(Locale.ROOT),
                            "words",
                            each.words()),
                        each == style.length()))
            .toList(),
        mission.map(Mission::field).orElse(""),
        mission.map(found -> String.join(", ", found.evidence())).orElse(""),
        writing.firstAsked().isPresent()
            ? writing.examples(job, style.language()).stream().map(OwnLetter::name).toList()
            : List.of(),
        recipient.agency().orElse(""),
        visit.token());
  }

  /** As the last letter was wanted, else as the posting is. */
  static LetterStyle style(Job job, Optional<Letter> letter) {
    return letter.map(Letter::style).orElseGet(() -> LetterStyle.in(Drafts.languageFor(job)));
  }

  List<LetterPage.VersionLine> versions(Visit visit, Job job) {
    return letters.versions(job.id()).stream()
        .filter(letter -> !letter.text().isBlank())
        .map(
            letter ->
                new LetterPage.VersionLine(
                    letter.number(),
                    origin(letter),
                    visit.times().moment(letter.at()),
                    letter.feedback(),
                    t("letters.words", "count", letter.words()),
                    letter.inUse(),
                    "/apply/%d/letter/versions/%d".formatted(job.id(), letter.number())))
        .toList();
  }

  static String how(Letter letter, Times times) {
    return origin(letter) + " · " + times.moment(letter.at());
  }

  private static String origin(Letter letter) {
    return switch (letter.origin()) {
      case TYPED -> t("letters.by-you");
      case SKELETON -> t("letters.by-rules");
      case MODEL -> t("letters.by-model", "model", by(letter.backend(), letter.model()));
      case PARTIAL -> t("letters.by-model-partly", "model", by(letter.backend(), letter.model()));
      case RESTORED -> t("letters.restored");
      case ASIDE -> t("letters.aside");
    };
  }

  private static String by(String backend, String model) {
    return model.isBlank() || model.equals(backend) ? backend : backend + " (" + model + ")";
  }
}
