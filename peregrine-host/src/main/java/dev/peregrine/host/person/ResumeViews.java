package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.resumes.Evidence;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.SourceLine;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeFile;
import dev.peregrine.host.scoring.ResumeVersion;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Puts the pages of a résumé together. */
final class ResumeViews {

  private static final int SHOWN_LINES = 2_000;

  private final Resumes resumes;
  private final SearchProfiles profiles;

  ResumeViews(Resumes resumes, SearchProfiles profiles) {
    this.resumes = resumes;
    this.profiles = profiles;
  }

  /** One that is not stored yet. */
  ResumePage empty(Visit visit, Draft draft, ResumeForms forms) {
    return new ResumePage(
        visit.shell(t("person.new-resume"), "profile"),
        t("person.new-resume"),
        false,
        true,
        t("person.new-lede"),
        "",
        false,
        List.of(),
        List.of(),
        forms.part(visit.token(), 0, 0, !draft.isBlank(), draft),
        List.of(),
        List.of(),
        "",
        visit.remembers("setup"));
  }

  ResumePage page(Visit visit, Resume resume, String problem) {
    var forms = new ResumeForms(Map.of(), doubts(resume), "");
    Draft draft = Draft.of(ResumeRoutes.document(resume));
    return page(
        visit,
        resume,
        forms.part(visit.token(), resume.id(), resume.version(), false, draft),
        problem);
  }

  ResumePage page(Visit visit, Resume resume, ResumeFormPart form, String problem) {
    Optional<ResumeFile> file = resumes.file(resume);
    Optional<Reading> reading = file.map(Reading::of);
    Times times = visit.times();
    return new ResumePage(
        visit.shell(resume.name(), "profile"),
        resume.name(),
        resume.main(),
        resumes.all().size() == 1,
        said(resume, times),
        source(resume.sourceName()),
        file.isPresent(),
        source(resume, file, reading),
        reading.map(Reading::warnings).orElse(List.of()),
        form,
        resumes.versions(resume.id()).stream()
            .map(version -> version(version, resume.version(), times))
            .toList(),
        searches(resume),
        problem,
        visit.remembers("setup"));
  }

  /** Those of the newest file, until the person has looked it over. */
  List<Evidence> doubts(Resume resume) {
    return resume.origin() == Resume.Origin.GIVEN
        ? resumes.file(resume).map(Reading::of).map(Reading::doubts).orElse(List.of())
        : List.of();
  }

  List<String> searches(Resume resume) {
    return profiles.all().stream()
        .filter(profile -> profile.resume().filter(resume.name()::equalsIgnoreCase).isPresent())
        .map(SearchProfile::name)
        .toList();
  }

  static String said(Resume resume, Times times) {
    return t(
        "person.said",
        "source",
        source(resume.sourceName()),
        "how",
        resume.origin().name().toLowerCase(Locale.ROOT),
        "when",
        times.momentWithin(resume.stored()),
        "count",
        resume.text().strip().split("\\s+").length);
  }

  /** Where it is from; what no file brought is stored in English. */
  static String source(String stored) {
    return switch (stored) {
      case ResumeUploads.PASTED -> t("person.pasted-text");
      case ResumeRoutes.WRITTEN -> t("person.written-here");
      default -> stored;
    };
  }

  private static ResumePage.Version version(ResumeVersion version, int inUse, Times times) {
    String how =
        switch (version.origin()) {
          case GIVEN -> t("person.version-read", "source", source(version.sourceName()));
          case EDITED -> t("person.version-edited");
          case MERGED -> t("person.version-merged", "source", source(version.sourceName()));
          case RESTORED -> t("person.version-restored");
        };
    return new ResumePage.Version(
        version.number(), how, times.moment(version.at()), version.number() == inUse);
  }

  private List<ResumePage.Line> source(
      Resume resume, Optional<ResumeFile> file, Optional<Reading> reading) {
    List<Evidence> doubts = doubts(resume);
    List<SourceLine> lines = reading.map(Reading::lines).orElse(List.of());
    var shown = new ArrayList<ResumePage.Line>();
    if (lines.isEmpty()) {
      // Given as text before there was a reader of files, or by one that knows no lines.
      file.map(ResumeFile::text)
          .orElse(resume.origin() == Resume.Origin.GIVEN ? resume.text() : "")
          .lines()
          .limit(SHOWN_LINES)
          .forEach(text -> shown.add(new ResumePage.Line(shown.size() + 1, text, false, false)));
      return shown;
    }
    for (SourceLine line : lines.subList(0, Math.min(SHOWN_LINES, lines.size()))) {
      boolean doubted =
          doubts.stream()
              .anyMatch(d -> d.firstLine() <= line.number() && line.number() <= d.lastLine());
      shown.add(new ResumePage.Line(line.number(), line.text(), line.dropped(), doubted));
    }
    return shown;
  }

  /** Somebody saved in between: what this window has beside what is stored. */
  MergePage overtaken(Visit visit, Resume inUse, int seen, Draft mine) {
    Draft base =
        resumes
            .version(inUse.id(), seen)
            .map(ResumeRoutes::document)
            .map(Draft::of)
            .orElse(Draft.of(ResumeDocument.EMPTY));
    Draft theirs = Draft.of(ResumeRoutes.document(inUse));
    Map<String, String> hidden = new LinkedHashMap<>(hidden(mine));
    hidden.put("seen", Integer.toString(inUse.version()));
    hidden.put("base", Integer.toString(seen));
    return new MergePage(
        visit.shell(inUse.name(), "profile"),
        inUse.id(),
        inUse.name(),
        t("person.saved-elsewhere"),
        t("person.saved-elsewhere-lede", "when", visit.times().momentWithin(inUse.stored())),
        t("person.yours-here"),
        t("person.saved-there"),
        new Merge(base, mine, theirs).rows(),
        hidden);
  }

  /** What stands in a form, to be carried along. */
  static Map<String, String> hidden(Draft draft) {
    var hidden = new LinkedHashMap<String, String>(draft.values());
    for (Field.Section section : Field.SECTIONS) {
      List<Draft.Entry> entries = draft.entries(section);
      for (int at = 0; at < entries.size(); at++) {
        String place = section.path() + "[" + at + "].";
        hidden.put(place + "from", entries.get(at).from());
        entries.get(at).values().forEach((key, value) -> hidden.put(place + key, value));
      }
    }
    return hidden;
  }
}
