package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ChangedMeanwhileException;
import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailPlan;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.MailSync;
import dev.peregrine.host.imap.SyncState;
import dev.peregrine.host.schedules.NextPart;
import dev.peregrine.host.schedules.Schedules;
import dev.peregrine.host.schedules.Timing;
import dev.peregrine.host.schedules.TimingForm;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.Findable;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.SettingsGroup;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.List;
import java.util.Optional;

/** The mailboxes that are read, and when. */
final class MailSettingsRoutes implements Routes {

  static final String HERE = "/settings/mail";

  private final MailAccounts accounts;
  private final MailSync sync;
  private final SyncPills pills;
  private final Schedules schedules;
  private List<SettingsEntry> entries = List.of();

  MailSettingsRoutes(MailAccounts accounts, MailSync sync, SyncPills pills, Schedules schedules) {
    this.accounts = accounts;
    this.sync = sync;
    this.pills = pills;
    this.schedules = schedules;
  }

  @Override
  public void add(RouteRegistry routes) {
    entries = routes.settings();
    routes.setting(
        new SettingsEntry(SettingsGroup.APP, () -> t("mailbox.title"), HERE, 22, this::said));
    routes.get(HERE, this::show);
    routes.post(HERE, this::save);
    routes.get(HERE + "-pill", this::pill);
    routes.post(HERE + "-sync", this::now);
    routes.findable(
        () ->
            Findable.doing(
                t("mailbox.pill-now"), t("mailbox.pill-about"), Icon.MAIL, HERE + "-sync"));
    routes.post(
        HERE + "-next",
        visit ->
            visit.parts(
                new NextPart(
                    check(accounts.file().current())
                        .typed(visit)
                        .checked(schedules, visit.times()))));
  }

  private void pill(Visit visit) {
    pills
        .of(visit, visit.value("here"))
        .ifPresentOrElse(visit::parts, () -> visit.parts(new NoPillPart()));
  }

  private void now(Visit visit) {
    String here = visit.value("here").isEmpty() ? HERE : visit.value("here");
    if (accounts.file().current().on().isEmpty()) {
      visit.go(HERE, Toast.of(t("mailbox.none-said")));
      return;
    }
    int begun = sync.beginAll().size();
    if (visit.wantsParts() && visit.has("here")) {
      pill(visit);
    } else {
      visit.go(here, Toast.of(t("mailbox.begun", "count", begun)));
    }
  }

  private String said() {
    Optional<String> problem = accounts.file().problem();
    if (problem.isPresent()) {
      return problem.get();
    }
    MailPlan plan = accounts.file().current();
    return plan.accounts().isEmpty()
        ? t("mailbox.none-said")
        : t("mailbox.count-said", "count", plan.on().size(), "timing", plan.check().words());
  }

  private static TimingForm check(MailPlan plan) {
    return TimingForm.of("check", t("mailbox.check"), plan.check(), true);
  }

  private void show(Visit visit) {
    MailPlan plan = accounts.file().current();
    visit.show(
        page(
            visit,
            plan,
            check(plan).checked(schedules, visit.times()),
            plan.watch(),
            accounts.file().problem().orElse("")));
  }

  private MailPage page(
      Visit visit, MailPlan plan, TimingForm check, boolean watch, String problem) {
    return new MailPage(
        visit.shell(t("mailbox.title"), "settings"),
        SettingsNav.of(entries, HERE),
        problem,
        pills.of(visit, HERE),
        plan.accounts().stream().map(account -> line(visit, account)).toList(),
        Preset.all().stream()
            .map(preset -> new MailPage.Choice(preset.key(), preset.label()))
            .toList(),
        check,
        watch,
        accounts.file().mark());
  }

  private MailPage.Line line(Visit visit, MailAccount account) {
    SyncState state = sync.state(account.id());
    boolean broken = account.on() && state.failed().isPresent();
    return new MailPage.Line(
        account.id(),
        account.name(),
        account.on(),
        account.on() ? broken ? t("mailbox.failed") : t("mailbox.on") : t("mailbox.off"),
        account.on() ? broken ? "danger" : "positive" : "",
        account.address().equals(account.name()) ? account.server().host() : account.address(),
        t(
            "mailbox.reads",
            "count",
            account.folders().chosen().size(),
            "first",
            account.folders().chosen().getFirst(),
            "days",
            account.lookBackDays()),
        SyncWords.said(state, visit.times()));
  }

  private void save(Visit visit) {
    MailPlan plan = accounts.file().current();
    TimingForm form = check(plan).typed(visit);
    boolean watch = visit.has("watch");
    try {
      Timing timing = form.timing();
      MailPlan _ =
          accounts
              .file()
              .change(now -> now.withCheck(timing).withWatch(watch), visit.value("seen"));
      accounts.changed();
      visit.go(HERE, Toast.of(t("mailbox.saved")));
    } catch (IllegalArgumentException wrong) {
      visit.show(422, page(visit, plan, form.checked(schedules, visit.times()), watch, ""));
    } catch (ChangedMeanwhileException other) {
      visit.show(
          409, page(visit, plan, form.checked(schedules, visit.times()), watch, other.sentence()));
    } catch (ConfigException broken) {
      visit.show(
          409,
          page(visit, plan, form, watch, broken.sentence() + " " + t("settings.nothing-saved")));
    }
  }
}
