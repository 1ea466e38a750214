package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.ResumeFile;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Visit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Choosing field by field between what is stored and what a new file or another window says. */
public final class MergeRoutes implements Routes {

  private static final String HERE = "/profile/resumes/{id}/merge";

  private final Resumes resumes;
  private final Scoring scoring;
  private final ResumeViews views;

  public MergeRoutes(
      Resumes resumes, dev.peregrine.host.config.SearchProfiles profiles, Scoring scoring) {
    this.resumes = resumes;
    this.scoring = scoring;
    this.views = new ResumeViews(resumes, profiles);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(HERE, this::show);
    routes.post(HERE, this::save);
  }

  private Resume resume(Visit visit) {
    return resumes
        .findById(visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException(t("person.what-resume"), visit.part("id")));
  }

  private ResumeFile file(Visit visit, Resume resume) {
    long number = visit.number("file").orElse(0);
    return resumes
        .file(resume.id(), number)
        .orElseThrow(() -> new NoSuchPageException(t("person.what-given"), Long.toString(number)));
  }

  private void show(Visit visit) {
    Resume resume = resume(visit);
    ResumeFile file = file(visit, resume);
    List<Merge.Row> rows = withFile(resume, file).rows();
    var hidden = new LinkedHashMap<String, String>();
    hidden.put("seen", Integer.toString(resume.version()));
    hidden.put("file", visit.value("file"));
    visit.show(
        new MergePage(
            visit.shell(resume.name(), "profile"),
            resume.id(),
            resume.name(),
            t("person.what-to-take"),
            rows.isEmpty()
                ? t("person.file-same", "file", file.name())
                : t("person.nothing-changed-yet"),
            t("person.stored-now"),
            t("person.in-file", "file", file.name()),
            rows,
            hidden));
  }

  private Merge withFile(Resume resume, ResumeFile file) {
    return new Merge(
        Draft.of(lastGiven(resume)),
        Draft.of(ResumeRoutes.document(resume)),
        Draft.of(Reading.of(file).resume()));
  }

  /** What the last file said: whatever differs from it now was edited by hand. */
  private ResumeDocument lastGiven(Resume resume) {
    return resumes.versions(resume.id()).stream()
        .filter(version -> version.origin() == Resume.Origin.GIVEN)
        .findFirst()
        .flatMap(version -> resumes.version(resume.id(), version.number()))
        .map(ResumeRoutes::document)
        .orElse(ResumeDocument.EMPTY);
  }

  private void save(Visit visit) {
    Resume resume = resume(visit);
    int seen = (int) visit.number("seen").orElse(0);
    boolean fromFile = visit.number("file").isPresent();
    Optional<Resume> stored = resumes.version(resume.id(), seen);
    if (stored.isEmpty()) {
      visit.go("/profile/resumes/" + resume.id());
      return;
    }
    ResumeDocument base = ResumeRoutes.document(stored.get());
    Draft mine = fromFile ? Draft.of(base) : Draft.read(visit::typed);
    Draft theirs = fromFile ? Draft.of(Reading.of(file(visit, resume)).resume()) : Draft.of(base);
    Draft chosen =
        new Merge(mine, mine, theirs).chosen(key -> visit.value("pick " + key).equals("theirs"));
    ResumeDocument onto = fromFile ? base : older(visit, resume, base);
    ResumeContent content =
        ResumeRoutes.content(
            Resume.Origin.MERGED,
            onto,
            chosen,
            fromFile ? file(visit, resume).name() : resume.sourceName());
    switch (resumes.save(resume.id(), seen, fromFile ? with(content, visit) : content)) {
      case Resumes.Saving.Done done -> {
        scoring.soon();
        visit.go("/profile/resumes/" + resume.id(), ResumeRoutes.saved(done.resume(), seen));
      }
      case Resumes.Saving.Overtaken overtaken ->
          visit.show(409, views.overtaken(visit, overtaken.inUse(), seen, chosen));
    }
  }

  /** The entries of a window's form name their places in the version that it was made from. */
  private ResumeDocument older(Visit visit, Resume resume, ResumeDocument otherwise) {
    return resumes
        .version(resume.id(), (int) visit.number("base").orElse(0))
        .map(ResumeRoutes::document)
        .orElse(otherwise);
  }

  private static ResumeContent with(ResumeContent content, Visit visit) {
    return new ResumeContent(
        content.origin(),
        content.text(),
        content.document(),
        content.sourceName(),
        Optional.empty(),
        OptionalLong.of(visit.number("file").orElse(0)));
  }
}
