package dev.peregrine.host.person;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.SearchProfile;
import dev.peregrine.host.config.SearchProfiles;
import dev.peregrine.host.resumes.ParsedResume;
import dev.peregrine.host.resumes.ResumeDocument;
import dev.peregrine.host.resumes.ResumeJson;
import dev.peregrine.host.scoring.Resume;
import dev.peregrine.host.scoring.ResumeContent;
import dev.peregrine.host.scoring.ResumeFile;
import dev.peregrine.host.scoring.Resumes;
import dev.peregrine.host.scoring.Scoring;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The person's résumés: given, looked over, edited, and taken back. */
public final class ResumeRoutes implements Routes {

  private static final String HERE = "/profile/resumes";

  /** The source of a résumé that is from no file, as it is stored. */
  static final String WRITTEN = "Written here";

  private static final String ONE = HERE + "/{id}";

  private final Resumes resumes;
  private final ResumeUploads uploads;
  private final SearchProfiles profiles;
  private final Scoring scoring;
  private final Scans scans;
  private final ResumeViews views;

  public ResumeRoutes(
      Resumes resumes,
      ResumeUploads uploads,
      Scans scans,
      SearchProfiles profiles,
      Scoring scoring) {
    this.scans = scans;
    this.resumes = resumes;
    this.uploads = uploads;
    this.profiles = profiles;
    this.scoring = scoring;
    this.views = new ResumeViews(resumes, profiles);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.get(HERE + "/new", this::begin);
    routes.post(HERE + "/new", this::saveNew);
    routes.post(HERE + "/new/draft", this::draft);
    routes.get(ONE, this::show);
    routes.post(ONE, this::save);
    routes.post(ONE + "/draft", this::draft);
    routes.post(ONE + "/file", this::give);
    routes.post(ONE + "/name", this::rename);
    routes.post(ONE + "/main", this::makeMain);
    routes.post(ONE + "/restore", this::restore);
    routes.post(ONE + "/remove", this::remove);
    routes.post(ONE + "/back", this::bringBack);
    routes.get(ONE + "/export", this::export);
    routes.get(ONE + "/original", this::original);
  }

  private Resume resume(Visit visit) {
    return resumes
        .findById(visit.id("id"))
        .orElseThrow(() -> new NoSuchPageException(t("person.what-resume"), visit.part("id")));
  }

  /** One that came as text alone is read now; what was understood waits to be saved. */
  private void show(Visit visit) throws InterruptedException {
    Resume resume = resume(visit);
    Optional<ParsedResume> read =
        Draft.of(document(resume)).isBlank() ? uploads.read(resume) : Optional.empty();
    if (read.isEmpty()) {
      visit.show(views.page(visit, resume, ""));
      return;
    }
    var forms = new ResumeForms(Map.of(), Reading.doubts(read.get().found()), "");
    Draft draft = Draft.of(read.get().document());
    visit.show(
        views.page(
            visit,
            resume,
            forms.part(visit.token(), resume.id(), resume.version(), !draft.isBlank(), draft),
            ""));
  }

  static ResumeDocument document(Resume resume) {
    return ResumeJson.read(resume.document()).orElse(ResumeDocument.EMPTY);
  }

  private void begin(Visit visit) {
    visit.show(views.empty(visit, Draft.of(ResumeDocument.EMPTY), ResumeForms.plain()));
  }

  private void saveNew(Visit visit) {
    Draft draft = Draft.read(visit::typed);
    Map<String, String> errors = errors(draft);
    if (!errors.isEmpty()) {
      visit.show(422, views.empty(visit, draft, new ResumeForms(errors, List.of(), "")));
      return;
    }
    Resume created =
        resumes.create(
            resumes.all().isEmpty() ? t("person.my-resume") : t("person.another-resume"),
            content(Resume.Origin.EDITED, ResumeDocument.EMPTY, draft, WRITTEN));
    scoring.soon();
    visit.go(HERE + "/" + created.id(), Toast.of(t("person.saved")));
  }

  private static Map<String, String> errors(Draft draft) {
    return draft.isBlank() ? Map.of("basics.name", t("person.nothing-filled")) : draft.errors();
  }

  static ResumeContent content(
      Resume.Origin origin, ResumeDocument stored, Draft draft, String sourceName) {
    ResumeDocument document = draft.onto(stored);
    return new ResumeContent(
        origin,
        PlainResume.of(Draft.of(document)),
        ResumeJson.write(document),
        sourceName,
        Optional.empty(),
        OptionalLong.empty());
  }

  /** A button of the form adds, removes or moves an entry; nothing is stored. */
  private void draft(Visit visit) {
    String[] words = visit.value("do").split(" ");
    String verb = words[0];
    String path = words.length > 1 ? words[1] : "";
    int at = words.length > 2 && words[2].matches("\\d{1,4}") ? Integer.parseInt(words[2]) : -1;
    Draft draft = Draft.read(visit::typed).changed(verb, path, at);
    String focus = ResumeForms.focusAfter(verb, path, at, draft);
    if (visit.address().startsWith(HERE + "/new/")) {
      var forms = new ResumeForms(Map.of(), List.of(), focus);
      if (visit.wantsParts()) {
        visit.parts(forms.part(visit.token(), 0, 0, true, draft));
      } else {
        visit.show(views.empty(visit, draft, forms));
      }
      return;
    }
    Resume resume = resume(visit);
    int seen = (int) visit.number("seen").orElse(0);
    var forms = new ResumeForms(Map.of(), views.doubts(resume), focus);
    ResumeFormPart part = forms.part(visit.token(), resume.id(), seen, true, draft);
    if (visit.wantsParts()) {
      visit.parts(part);
    } else {
      visit.show(views.page(visit, resume, part, ""));
    }
  }

  private void save(Visit visit) {
    Resume resume = resume(visit);
    Draft draft = Draft.read(visit::typed);
    int seen = (int) visit.number("seen").orElse(0);
    Map<String, String> errors = errors(draft);
    if (!errors.isEmpty()) {
      var forms = new ResumeForms(errors, views.doubts(resume), "");
      visit.show(
          422,
          views.page(visit, resume, forms.part(visit.token(), resume.id(), seen, true, draft), ""));
      return;
    }
    ResumeDocument base =
        resumes.version(resume.id(), seen).map(ResumeRoutes::document).orElse(ResumeDocument.EMPTY);
    ResumeContent content = content(Resume.Origin.EDITED, base, draft, resume.sourceName());
    switch (resumes.save(resume.id(), seen, content)) {
      case Resumes.Saving.Done done -> {
        scoring.soon();
        visit.go(HERE + "/" + resume.id(), saved(done.resume(), seen));
      }
      case Resumes.Saving.Overtaken overtaken ->
          visit.show(409, views.overtaken(visit, overtaken.inUse(), seen, draft));
    }
  }

  static Toast saved(Resume resume, int before) {
    return Toast.undoable(
        t("person.saved-scores"),
        "",
        "%s/%d/restore?version=%d".formatted(HERE, resume.id(), before));
  }

  /** Another file for the same résumé: what it says is proposed, not taken. */
  private void give(Visit visit) throws InterruptedException {
    Resume resume = resume(visit);
    switch (uploads.given(visit)) {
      case ResumeUploads.Given.Nothing nothing ->
          visit.show(422, views.page(visit, resume, t("person.choose-first")));
      case ResumeUploads.Given.Unreadable unreadable ->
          visit.show(
              422,
              views.page(
                  visit, resume, unreadable.sentence() + " " + t("person.nothing-was-changed")));
      case ResumeUploads.Given.Scan scan -> {
        if (scans.canRecognise()) {
          Scans.Waiting kept = scans.keep(scan.name(), scan.bytes(), OptionalLong.of(resume.id()));
          visit.go("/profile/scans/" + kept.id());
        } else {
          visit.show(
              422,
              views.page(visit, resume, scan.sentence() + " " + t("person.scan-with-tesseract")));
        }
      }
      case ResumeUploads.Given.Read read -> {
        long file = resumes.keep(resume.id(), read.file());
        visit.go("%s/%d/merge?file=%d".formatted(HERE, resume.id(), file));
      }
    }
  }

  private void rename(Visit visit) {
    Resume resume = resume(visit);
    String name = visit.value("name");
    try {
      resumes.rename(resume.id(), name);
    } catch (IllegalArgumentException refused) {
      visit.show(422, views.page(visit, resume, String.valueOf(refused.getMessage())));
      return;
    }
    for (SearchProfile profile : profiles.all()) {
      if (profile.resume().filter(resume.name()::equalsIgnoreCase).isPresent()) {
        profiles.save(profile.withResume(Optional.of(name)));
      }
    }
    visit.go(HERE + "/" + resume.id(), Toast.of(t("person.renamed")));
  }

  private void makeMain(Visit visit) {
    Resume resume = resume(visit);
    Optional<Resume> before = resumes.current();
    resumes.makeMain(resume.id());
    scoring.soon();
    visit.go(
        "/profile",
        Toast.undoable(
            t("person.main-now"),
            resume.name(),
            "%s/%d/main".formatted(HERE, before.map(Resume::id).orElse(resume.id()))));
  }

  private void restore(Visit visit) {
    Resume resume = resume(visit);
    int number = (int) visit.number("version").orElse(0);
    Optional<Resume> back = resumes.restore(resume.id(), number);
    scoring.soon();
    visit.go(
        HERE + "/" + resume.id(),
        back.isPresent()
            ? Toast.undoable(
                t("person.version-again", "number", Integer.toString(number)),
                "",
                "%s/%d/restore?version=%d".formatted(HERE, resume.id(), resume.version()))
            : Toast.of(t("person.version-gone")));
  }

  private void remove(Visit visit) {
    Resume resume = resume(visit);
    resumes.remove(resume.id());
    scoring.soon();
    visit.go(
        "/profile",
        Toast.undoable(
            t("person.removed"),
            resume.name(),
            "%s/%d/back?main=%s".formatted(HERE, resume.id(), resume.main() ? "yes" : "no")));
  }

  private void bringBack(Visit visit) {
    resumes.bringBack(visit.id("id"), visit.value("main").equals("yes"));
    scoring.soon();
    visit.go("/profile", Toast.of(t("person.back-again")));
  }

  /** As JSON Resume; what the person says of gender and the like is never in it. */
  private void export(Visit visit) {
    Resume resume = resume(visit);
    visit.download(
        resume.name() + ".json",
        ResumeJson.write(document(resume)).getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  private void original(Visit visit) {
    ResumeFile file =
        resumes
            .file(resume(visit))
            .orElseThrow(() -> new NoSuchPageException(t("person.what-file"), visit.part("id")));
    visit.download(file.name().contains(".") ? file.name() : file.name() + ".txt", file.bytes());
  }
}
