package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.ConfigException;
import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.Probed;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.secrets.SecretException;
import dev.peregrine.host.web.NoSuchPageException;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** One mailbox: adding it, trying it, what is read of it, taking it away. */
final class MailboxRoutes implements Routes {

  private static final String ADD = "/settings/mail-add";
  private static final String ONE = MailSettingsRoutes.HERE + "/{account}";

  private final MailAccounts accounts;
  private final Mails mails;
  private final Trials trials;
  private final MailboxViews views;
  private final Removed removed;

  MailboxRoutes(
      MailAccounts accounts, Mails mails, Trials trials, MailboxViews views, Removed removed) {
    this.accounts = accounts;
    this.mails = mails;
    this.trials = trials;
    this.views = views;
    this.removed = removed;
  }

  @Override
  public void add(RouteRegistry routes) {
    views.entries(routes.settings());
    routes.get(ADD, this::fresh);
    routes.post(ADD, this::create);
    routes.get(ONE, visit -> visit.show(views.stored(visit, account(visit))));
    routes.post(ONE, this::save);
    routes.post(ONE + "/test", this::test);
    routes.post(ONE + "/folders", this::folders);
    routes.post(ONE + "/on", visit -> turn(visit, true));
    routes.post(ONE + "/off", visit -> turn(visit, false));
    routes.post(ONE + "/remove", this::remove);
    routes.post(ONE + "/undo", this::undo);
  }

  private MailAccount account(Visit visit) {
    String id = visit.part("account");
    return accounts.find(id).orElseThrow(() -> new NoSuchPageException("mailbox", id));
  }

  private void fresh(Visit visit) {
    String address = visit.value("address");
    boolean wrong = !address.isEmpty() && !AccountForm.isAddress(address);
    Preset preset =
        visit.value("preset").isEmpty()
            ? Preset.forAddress(address)
            : Preset.of(visit.value("preset"));
    Map<String, String> errors =
        wrong ? Map.of("address", t("mailbox.no-address", "typed", address)) : Map.of();
    visit.show(wrong ? 422 : 200, views.fresh(visit, AccountForm.of(preset, address), errors, ""));
  }

  private void create(Visit visit) throws InterruptedException {
    AccountForm form = AccountForm.typed(visit);
    var errors = new LinkedHashMap<>(form.errors());
    if (!form.withToken() && form.password().isEmpty()) {
      errors.put("password", t("mailbox.no-password"));
    }
    if (!errors.isEmpty()) {
      visit.show(422, views.fresh(visit, form, errors, ""));
      return;
    }
    MailAccount account = form.account(freeId(form), Optional.empty());
    if (form.withToken()) {
      // It is read once the person signed in.
      keep(visit, form, account.withOn(false), Toast.of(t("mailbox.added-sign-in")));
      return;
    }
    if (visit.has("anyway")) {
      keep(visit, form, account, Toast.of(t("mailbox.added-untried")));
      return;
    }
    Probed probed = trials.of(account, form.password());
    if (probed.isGood()) {
      keep(visit, form, account, Toast.of(t("mailbox.added")));
    } else {
      visit.show(422, views.tried(visit, form, ProbeWords.of(probed, account)));
    }
  }

  private void keep(Visit visit, AccountForm form, MailAccount account, Toast toast) {
    try {
      accounts.save(account, Optional.of(form.password()).filter(typed -> !typed.isEmpty()));
      visit.go(MailSettingsRoutes.HERE + "/" + account.id(), toast);
    } catch (ConfigException | SecretException refused) {
      visit.show(409, views.fresh(visit, form, Map.of(), String.valueOf(refused.getMessage())));
    }
  }

  private String freeId(AccountForm form) {
    Preset preset = Preset.of(form.preset());
    String base =
        preset.isOwn() ? Preset.domain(form.address()).replaceFirst("\\..*", "") : preset.key();
    String plain = base.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    String usable = MailAccount.isId(plain) ? plain : "mailbox";
    return IntStream.iterate(1, number -> number + 1)
        .mapToObj(number -> number == 1 ? usable : usable + "-" + number)
        .filter(id -> accounts.find(id).isEmpty())
        .filter(MailAccount::isId)
        .findFirst()
        .orElseThrow();
  }

  private void save(Visit visit) {
    MailAccount before = account(visit);
    AccountForm form = AccountForm.typed(visit);
    Map<String, String> errors = form.errors();
    if (!errors.isEmpty()) {
      visit.show(422, views.typed(visit, before, form, errors, Optional.empty(), ""));
      return;
    }
    try {
      accounts.save(
          form.account(before.id(), Optional.of(before)),
          Optional.of(form.password()).filter(typed -> !typed.isEmpty()));
      visit.go(here(before), Toast.of(t("mailbox.saved")));
    } catch (ConfigException | SecretException refused) {
      visit.show(
          409,
          views.typed(
              visit,
              before,
              form,
              Map.of(),
              Optional.empty(),
              String.valueOf(refused.getMessage())));
    }
  }

  private static String here(MailAccount account) {
    return MailSettingsRoutes.HERE + "/" + account.id();
  }

  private void test(Visit visit) throws InterruptedException {
    MailAccount before = account(visit);
    AccountForm form = visit.has("address") ? AccountForm.typed(visit) : AccountForm.of(before);
    Map<String, String> errors = form.errors();
    if (!errors.isEmpty()) {
      visit.show(422, views.typed(visit, before, form, errors, Optional.empty(), ""));
      return;
    }
    MailAccount typed = form.account(before.id(), Optional.of(before));
    MailboxPage.Tried tried = ProbeWords.of(trials.of(typed, form.password()), typed);
    visit.show(views.typed(visit, before, form, Map.of(), Optional.of(tried), ""));
  }

  private void folders(Visit visit) {
    MailAccount before = account(visit);
    FolderForm form = FolderForm.typed(visit);
    Optional<String> error = form.error();
    if (error.isPresent()) {
      visit.show(422, views.folders(visit, before, form, error.get()));
      return;
    }
    accounts.save(form.applied(before), Optional.empty());
    visit.go(here(before), Toast.of(t("mailbox.folders-saved")));
  }

  private void turn(Visit visit, boolean on) {
    MailAccount before = account(visit);
    accounts.save(before.withOn(on), Optional.empty());
    visit.go(
        MailSettingsRoutes.HERE,
        Toast.undoable(
            on ? t("mailbox.turned-on") : t("mailbox.turned-off"),
            before.name(),
            here(before) + (on ? "/off" : "/on")));
  }

  private void remove(Visit visit) {
    MailAccount before = account(visit);
    boolean withMails = visit.value("mails").equals("forget");
    Optional<MailAccount> gone = removed.remove(before.id());
    if (withMails) {
      mails.forget(before.id());
    }
    visit.go(
        MailSettingsRoutes.HERE,
        Toast.undoable(
            withMails ? t("mailbox.removed-with-mails") : t("mailbox.removed"),
            gone.orElse(before).name(),
            here(before) + "/undo"));
  }

  private void undo(Visit visit) {
    String id = visit.part("account");
    Optional<MailAccount> back = removed.undo(id);
    visit.go(
        MailSettingsRoutes.HERE,
        back.isPresent()
            ? new Toast(t("mailbox.is-back"), back.get().name(), Optional.empty())
            : Toast.of(t("mailbox.too-late")));
  }
}
