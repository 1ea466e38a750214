package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.PayPeriod;
import dev.peregrine.api.RemoteMode;
import dev.peregrine.api.Salary;
import dev.peregrine.host.offers.Offer;
import dev.peregrine.host.offers.Offers;
import dev.peregrine.host.offers.Terms;
import dev.peregrine.host.offers.TermsForm;
import dev.peregrine.host.pipeline.Job;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Noting what an employer offers. */
public final class OfferRoutes implements Routes {

  private static final List<String> FIELDS =
      List.of(
          "amount",
          "currency",
          "period",
          "bonus",
          "equity",
          "benefits",
          "location",
          "remote",
          "holidays",
          "answer_by",
          "notes");

  private final Interviews interviews;
  private final Offers offers;
  private final Jobs jobs;

  public OfferRoutes(Interviews interviews, Offers offers, Jobs jobs) {
    this.interviews = interviews;
    this.offers = offers;
    this.jobs = jobs;
  }

  @Override
  public void add(RouteRegistry routes) {
    interviews.tab(
        new InterviewTab(
            "offer",
            () -> t("offers.offer"),
            80,
            job -> offers.of(job).isPresent() ? t("offers.noted") : ""));
    routes.get("/interviews/offers", visit -> visit.show(new Comparison(offers, jobs).of(visit)));
    routes.findable(
        () ->
            Findable.at(
                Findable.Kind.PAGE, t("offers.compare"), "", Icon.STAR, "/interviews/offers"));
    routes.get("/interviews/{id}/offer", this::show);
    routes.post("/interviews/{id}/offer", this::save);
    routes.post("/interviews/{id}/offer/remove", this::remove);
    routes.post("/interviews/{id}/offer/undo", this::undo);
  }

  private void show(Visit visit) {
    Job job = interviews.job(visit);
    Optional<Offer> offer = offers.of(job.id());
    visit.show(
        page(
            visit,
            job,
            offer.map(each -> typed(each.terms())).orElseGet(() -> proposed(job)),
            offers.version(job.id()),
            Optional.empty(),
            List.of()));
  }

  private void save(Visit visit) {
    Job job = interviews.job(visit);
    Map<String, String> typed = new HashMap<>();
    FIELDS.forEach(field -> typed.put(field, visit.value(field)));
    long madeFrom = visit.number("version").orElse(0);
    Terms terms;
    try {
      terms = TermsForm.read(visit::value);
    } catch (IllegalArgumentException why) {
      visit.show(
          422,
          page(
              visit,
              job,
              typed,
              madeFrom,
              Optional.of(String.valueOf(why.getMessage())),
              List.of()));
      return;
    }
    switch (offers.save(job.id(), madeFrom, terms)) {
      case Offers.Saving.Done done -> visit.go(path(job), said(job, done, t("offers.saved")));
      case Offers.Saving.Overtaken other ->
          visit.show(
              409,
              page(
                  visit,
                  job,
                  typed,
                  other.version(),
                  Optional.of(t("offers.overtaken")),
                  other.inUse().map(Offer::terms).map(Comparison::summary).orElse(List.of())));
    }
  }

  private void remove(Visit visit) {
    Job job = interviews.job(visit);
    Toast toast =
        switch (offers.remove(job.id(), visit.number("version").orElse(0))) {
          case Offers.Saving.Done done -> said(job, done, t("offers.removed"));
          case Offers.Saving.Overtaken other -> Toast.of(t("offers.overtaken-removal"));
        };
    visit.go(path(job), toast);
  }

  private static Toast said(Job job, Offers.Saving.Done done, String what) {
    return done.version() == 0
        ? Toast.of(t("offers.as-before"))
        : Toast.undoable(what, "", path(job) + "/undo?version=" + done.version());
  }

  private void undo(Visit visit) {
    Job job = interviews.job(visit);
    boolean done = offers.undo(visit.number("version").orElse(0));
    visit.go(path(job), Toast.of(done ? t("offers.undone") : t("interviews.nothing-to-undo")));
  }

  private static String path(Job job) {
    return Interviews.path(job.id()) + "/offer";
  }

  private OfferPage page(
      Visit visit,
      Job job,
      Map<String, String> typed,
      long version,
      Optional<String> problem,
      List<String> other) {
    Optional<Offer> offer = offers.of(job.id());
    return new OfferPage(
        interviews.frame(visit, job, "offer"),
        typed,
        version,
        offer.isPresent(),
        offer.map(Offer::terms).map(Comparison::aYear).orElse(""),
        offers.all().size(),
        Arrays.stream(PayPeriod.values())
            .map(each -> new MoveChoices.Choice(each.name(), t("offers.period-" + each.name())))
            .toList(),
        Arrays.stream(RemoteMode.values())
            .map(each -> new MoveChoices.Choice(each.name(), t("offers.mode-" + each.name())))
            .toList(),
        problem,
        other);
  }

  /** What the posting said is where one begins; the amount is the employer's to say. */
  private static Map<String, String> proposed(Job job) {
    Optional<Salary> salary = job.posting().salary();
    var typed = new HashMap<String, String>();
    typed.put("currency", salary.map(each -> each.currency().getCurrencyCode()).orElse("EUR"));
    typed.put("period", salary.map(Salary::period).orElse(PayPeriod.YEAR).name());
    typed.put(
        "location",
        job.posting().places().stream().findFirst().map(place -> place.text()).orElse(""));
    typed.put("remote", job.posting().remote().map(RemoteMode::name).orElse(""));
    return typed;
  }

  private static Map<String, String> typed(Terms terms) {
    var typed = new HashMap<String, String>();
    typed.put("amount", terms.amount().map(BigDecimal::toPlainString).orElse(""));
    typed.put("currency", terms.currency().getCurrencyCode());
    typed.put("period", terms.period().name());
    typed.put("bonus", terms.bonus().map(BigDecimal::toPlainString).orElse(""));
    typed.put("equity", terms.equity());
    typed.put("benefits", terms.benefits());
    typed.put("location", terms.location());
    typed.put("remote", terms.remote().map(RemoteMode::name).orElse(""));
    typed.put(
        "holidays",
        terms.holidays().isPresent() ? Integer.toString(terms.holidays().getAsInt()) : "");
    typed.put("answer_by", terms.answerBy().map(LocalDate::toString).orElse(""));
    typed.put("notes", terms.notes());
    return typed;
  }
}
