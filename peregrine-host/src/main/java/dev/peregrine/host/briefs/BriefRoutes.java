package dev.peregrine.host.briefs;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.HttpCall;
import dev.peregrine.host.interviews.InterviewTab;
import dev.peregrine.host.interviews.Interviews;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.research.Brief;
import dev.peregrine.host.research.Briefs;
import dev.peregrine.host.research.Heading;
import dev.peregrine.host.research.Research;
import dev.peregrine.host.research.Subject;
import dev.peregrine.host.research.TalkingPoint;
import dev.peregrine.host.review.Words;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** What is known of employers: beside an application, and on pages of their own. */
public final class BriefRoutes implements Routes {

  private static final String TAB = "brief";
  private static final int MOST_COMPANIES = 100;
  private static final int MOST_JOBS = 20;
  private static final int LONGEST_NAME = 120;

  private final Interviews interviews;
  private final Jobs jobs;
  private final Briefs briefs;
  private final Research research;
  private final BriefViews views;

  public BriefRoutes(Interviews interviews, Jobs jobs, Briefs briefs, Research research) {
    this.interviews = interviews;
    this.jobs = jobs;
    this.briefs = briefs;
    this.research = research;
    this.views = new BriefViews(briefs, research);
  }

  @Override
  public void add(RouteRegistry routes) {
    interviews.tab(new InterviewTab(TAB, () -> t("briefs.employer"), 40, job -> ""));
    routes.get("/interviews/{id}/brief", this::tab);
    routes.get("/companies", visit -> companies(visit, 200, "", ""));
    routes.post("/companies", this::lookUpNamed);
    routes.get("/companies/{company}", visit -> company(visit, Optional.empty()));
    routes.get("/companies/{company}/part", this::part);
    routes.get("/companies/{company}/versions/{number}", this::version);
    routes.post("/companies/{company}/look", this::look);
    routes.post("/companies/{company}/stop", this::stop);
    routes.post("/companies/{company}/meant", this::meant);
    routes.findable(
        () ->
            Findable.at(
                Findable.Kind.PAGE,
                t("briefs.companies"),
                t("briefs.companies-about"),
                Icon.SEARCH,
                "/companies"));
  }

  private void tab(Visit visit) {
    Job job = interviews.job(visit);
    Subject subject = briefs.subject(job);
    List<TalkingPoint> points = briefs.points(job.id());
    visit.show(
        new BriefPage(
            interviews.frame(visit, job, TAB),
            views.part(visit, subject, job.id()),
            points.stream()
                .map(
                    point ->
                        new BriefPage.Point(
                            point.text(),
                            point.evidence(),
                            point.byModel() || point.asked().isEmpty()
                                ? point.asked()
                                : t("briefs.they-ask-for", "words", point.asked())))
                .toList(),
            points.stream().anyMatch(TalkingPoint::byModel)
                ? t("briefs.points-by-model")
                : t("briefs.points-plain"),
            views.meant(visit, subject, job.id()),
            views.versions(visit, subject, newest(subject)),
            BriefViews.path(subject.key())));
  }

  private long newest(Subject subject) {
    return briefs.of(subject.key()).map(Brief::id).orElse(0L);
  }

  private void companies(Visit visit, int status, String typed, String error) {
    visit.show(
        status,
        new CompaniesPage(
            visit.shell(t("briefs.companies"), Interviews.MENU),
            briefs.companies(MOST_COMPANIES).stream()
                .map(
                    known ->
                        new CompaniesPage.Line(
                            BriefViews.path(known.company()),
                            known.name().isEmpty() ? t("briefs.nameless") : known.name(),
                            t("briefs.sentences", "count", known.claims())
                                + " · "
                                + visit.times().moment(known.made())))
                .toList(),
            typed,
            error));
  }

  private void lookUpNamed(Visit visit) {
    String name = visit.value("name");
    Optional<Subject> subject =
        name.length() > LONGEST_NAME ? Optional.empty() : Subject.named(name);
    if (subject.isEmpty()) {
      companies(visit, 422, name, t("briefs.no-name", "name", name));
      return;
    }
    if (briefs.subject(subject.get().key()).isEmpty()) {
      briefs.say(subject.get().key(), subject.get().name(), Optional.empty());
    }
    var _ = research.begin(subject(subject.get().key()), 0, Optional.empty());
    visit.go(BriefViews.path(subject.get().key()));
  }

  private Subject subject(Visit visit) {
    return subject(visit.part("company"));
  }

  private Subject subject(String company) {
    return briefs.subject(company).orElseThrow(() -> new NoSuchPageException("company", company));
  }

  private void company(Visit visit, Optional<Brief> version) {
    Subject subject = subject(visit);
    long newest = newest(subject);
    boolean earlier = version.filter(one -> one.id() != newest).isPresent();
    visit.show(
        new CompanyPage(
            visit.shell(BriefViews.title(subject), Interviews.MENU),
            BriefViews.title(subject),
            version.isPresent()
                ? views.part(visit, subject, 0, version, earlier ? t("briefs.earlier-version") : "")
                : views.part(visit, subject, 0),
            views.meant(visit, subject, 0),
            views.versions(visit, subject, version.map(Brief::id).orElse(newest)),
            jobs.ofCompany(subject.key(), MOST_JOBS).stream()
                .map(
                    job ->
                        new CompanyPage.Advertised(
                            "/jobs/" + job.id(), job.title(), Words.stage(job.stage())))
                .toList()));
  }

  private void version(Visit visit) {
    Subject subject = subject(visit);
    Brief version =
        briefs
            .version(subject.key(), visit.id("number"))
            .orElseThrow(() -> new NoSuchPageException("version", visit.part("number")));
    company(visit, Optional.of(version));
  }

  private void part(Visit visit) {
    visit.parts(views.part(visit, subject(visit), visit.number("job").orElse(0)));
  }

  private void look(Visit visit) {
    Subject subject = subject(visit);
    long job = visit.number("job").orElse(0);
    var _ = research.begin(subject, job, Heading.of(visit.value("heading")));
    if (visit.wantsParts()) {
      visit.parts(views.part(visit, subject, job));
    } else {
      back(visit, subject, Optional.empty());
    }
  }

  private void stop(Visit visit) {
    Subject subject = subject(visit);
    research.stop(subject);
    if (visit.wantsParts()) {
      visit.parts(views.part(visit, subject, visit.number("job").orElse(0)));
    } else {
      back(visit, subject, Optional.empty());
    }
  }

  private void meant(Visit visit) {
    Subject subject = subject(visit);
    String name = visit.value("name");
    String site = visit.value("site");
    Optional<URI> address =
        HttpCall.address(site.isEmpty() || site.contains("://") ? site : "https://" + site);
    boolean wrongName = !name.isEmpty() && Subject.named(name).isEmpty();
    if (wrongName || name.length() > LONGEST_NAME || !site.isEmpty() && address.isEmpty()) {
      back(
          visit,
          subject,
          Optional.of(
              wrongName || name.length() > LONGEST_NAME
                  ? t("briefs.no-name", "name", name)
                  : t("briefs.no-site", "site", site)));
      return;
    }
    briefs.say(subject.key(), name, address);
    var _ = research.begin(subject(subject.key()), visit.number("job").orElse(0), Optional.empty());
    back(visit, subject, Optional.of(t("briefs.meant-kept")));
  }

  private static void back(Visit visit, Subject subject, Optional<String> said) {
    long job = visit.number("job").orElse(0);
    String path = job > 0 ? Interviews.path(job) + "/" + TAB : BriefViews.path(subject.key());
    said.ifPresentOrElse(text -> visit.go(path, Toast.of(text)), () -> visit.go(path));
  }
}
