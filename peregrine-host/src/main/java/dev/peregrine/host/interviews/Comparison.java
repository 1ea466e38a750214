package dev.peregrine.host.interviews;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.offers.Offer;
import dev.peregrine.host.offers.Offers;
import dev.peregrine.host.offers.Terms;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.texts.Numbers;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lays offers beside each other, and says of each in what it is the better one. */
record Comparison(Offers offers, Jobs jobs) {

  OffersPage of(Visit visit) {
    List<Offer> all = offers.all();
    Map<Long, JobRow> rows = jobs.pursued().rows(all.stream().map(Offer::job).toList());
    List<Offer> shown = all.stream().filter(offer -> rows.containsKey(offer.job())).toList();
    return new OffersPage(
        visit.shell(t("offers.compare"), Interviews.MENU).styled("", "wide"),
        shown.stream()
            .flatMap(offer -> Optional.ofNullable(rows.get(offer.job())).stream())
            .map(Comparison::head)
            .toList(),
        lines(shown.stream().map(Offer::terms).toList(), visit.times()),
        lede(shown));
  }

  private static OffersPage.Head head(JobRow row) {
    return new OffersPage.Head(
        row.id(),
        row.title(),
        row.company().orElseGet(() -> t("interviews.no-company")),
        StageWords.said(row.stage(), row.rejectionStage(), row.ending()));
  }

  /** What does not share a currency is not compared: a rate of today says nothing of a year. */
  private static List<String> lede(List<Offer> all) {
    List<String> said = new ArrayList<>();
    long currencies = all.stream().map(offer -> offer.terms().currency()).distinct().count();
    if (currencies > 1) {
      said.add(t("offers.currencies", "count", currencies));
    }
    return said;
  }

  private static List<OffersPage.Line> lines(List<Terms> all, Times times) {
    return Stream.of(
            new OffersPage.Line(t("offers.a-year"), pay(all)),
            line("offers.amount", all, Comparison::amount),
            line(
                "offers.bonus",
                all,
                terms -> terms.bonus().map(each -> money(each, terms)).orElse("")),
            line("offers.equity", all, Terms::equity),
            line("offers.benefits", all, Terms::benefits),
            new OffersPage.Line(t("offers.holidays"), holidays(all)),
            line("offers.location", all, Terms::location),
            line(
                "offers.remote",
                all,
                terms -> terms.remote().map(mode -> t("offers.mode-" + mode.name())).orElse("")),
            line("offers.answer-by", all, terms -> terms.answerBy().map(times::day).orElse("")),
            line("offers.notes", all, Terms::notes))
        .filter(line -> line.cells().stream().anyMatch(cell -> !cell.text().isEmpty()))
        .toList();
  }

  private static OffersPage.Line line(String label, List<Terms> all, Function<Terms, String> said) {
    return new OffersPage.Line(
        t(label), all.stream().map(terms -> new OffersPage.Cell(said.apply(terms), "")).toList());
  }

  private static List<OffersPage.Cell> pay(List<Terms> all) {
    var most = new HashMap<Currency, BigDecimal>();
    var how = new HashMap<Currency, Integer>();
    for (Terms terms : all) {
      terms
          .aYear()
          .ifPresent(
              amount -> {
                most.merge(terms.currency(), amount, BigDecimal::max);
                how.merge(terms.currency(), 1, Integer::sum);
              });
    }
    return all.stream()
        .map(
            terms -> {
              boolean best =
                  how.getOrDefault(terms.currency(), 0) > 1
                      && terms
                          .aYear()
                          .map(
                              amount ->
                                  amount.compareTo(
                                          most.getOrDefault(terms.currency(), BigDecimal.ZERO))
                                      == 0)
                          .orElse(false);
              return new OffersPage.Cell(aYear(terms), best ? t("offers.most-pay") : "");
            })
        .toList();
  }

  private static List<OffersPage.Cell> holidays(List<Terms> all) {
    int most = all.stream().mapToInt(terms -> terms.holidays().orElse(0)).max().orElse(0);
    boolean compared = all.stream().filter(terms -> terms.holidays().isPresent()).count() > 1;
    return all.stream()
        .map(
            terms ->
                terms.holidays().isEmpty()
                    ? new OffersPage.Cell("", "")
                    : new OffersPage.Cell(
                        t("offers.days", "count", terms.holidays().getAsInt()),
                        compared && terms.holidays().getAsInt() == most
                            ? t("offers.most-days")
                            : ""))
        .toList();
  }

  static String aYear(Terms terms) {
    return terms.aYear().map(amount -> money(amount, terms)).orElse("");
  }

  private static String amount(Terms terms) {
    return terms
        .amount()
        .map(
            amount ->
                t(
                    "offers.amount-for",
                    "amount",
                    money(amount, terms),
                    "period",
                    terms.period().name()))
        .orElse("");
  }

  private static String money(BigDecimal amount, Terms terms) {
    return Numbers.money(amount, terms.currency());
  }

  /** The same on a few lines, for who has to choose between two wordings. */
  static List<String> summary(Terms terms) {
    return Stream.of(
            Optional.of(amount(terms)),
            terms.bonus().map(each -> t("offers.bonus") + ": " + money(each, terms)),
            Optional.of(terms.equity()),
            Optional.of(terms.benefits()),
            Optional.of(terms.location()),
            Optional.of(terms.notes()))
        .flatMap(Optional::stream)
        .filter(said -> !said.isEmpty())
        .toList();
  }
}
