package dev.peregrine.host.mailbox;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.config.MailFolderChoice;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.ServerFolder;
import dev.peregrine.host.settings.SettingsNav;
import dev.peregrine.host.web.SettingsEntry;
import dev.peregrine.host.web.Visit;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the page of one mailbox. */
final class MailboxViews {

  private final MailAccounts accounts;
  private final Trials trials;
  private final SignInViews signIns;
  private List<SettingsEntry> entries = List.of();

  MailboxViews(MailAccounts accounts, Trials trials, SignInViews signIns) {
    this.accounts = accounts;
    this.trials = trials;
    this.signIns = signIns;
  }

  void entries(List<SettingsEntry> all) {
    entries = all;
  }

  /** One that is not stored. */
  MailboxPage fresh(Visit visit, AccountForm form, Map<String, String> errors, String problem) {
    return page(visit, Optional.empty(), form, errors, Optional.empty(), problem);
  }

  /** One that is not stored and was tried. */
  MailboxPage tried(Visit visit, AccountForm form, MailboxPage.Tried tried) {
    return page(visit, Optional.empty(), form, Map.of(), Optional.of(tried), "");
  }

  MailboxPage stored(Visit visit, MailAccount account) {
    return page(
        visit, Optional.of(account), AccountForm.of(account), Map.of(), Optional.empty(), "");
  }

  /** A stored one with what was typed. */
  MailboxPage typed(
      Visit visit,
      MailAccount account,
      AccountForm form,
      Map<String, String> errors,
      Optional<MailboxPage.Tried> tried,
      String problem) {
    return page(visit, Optional.of(account), form, errors, tried, problem);
  }

  /** A stored one with folders as they were chosen. */
  MailboxPage folders(Visit visit, MailAccount account, FolderForm form, String daysError) {
    return withFolders(stored(visit, account), Optional.of(folders(account, form, daysError)));
  }

  /** A stored one in the middle of a sign-in. */
  MailboxPage signIn(Visit visit, MailAccount account, MailboxPage.SignIn signIn) {
    MailboxPage page = stored(visit, account);
    return new MailboxPage(
        page.shell(),
        page.nav(),
        page.id(),
        page.on(),
        page.form(),
        page.how(),
        page.errors(),
        page.passwordSet(),
        page.tried(),
        Optional.of(signIn),
        page.folders(),
        page.problem());
  }

  private static MailboxPage withFolders(MailboxPage page, Optional<MailboxPage.Folders> folders) {
    return new MailboxPage(
        page.shell(),
        page.nav(),
        page.id(),
        page.on(),
        page.form(),
        page.how(),
        page.errors(),
        page.passwordSet(),
        page.tried(),
        page.signIn(),
        folders,
        page.problem());
  }

  private MailboxPage page(
      Visit visit,
      Optional<MailAccount> stored,
      AccountForm form,
      Map<String, String> errors,
      Optional<MailboxPage.Tried> tried,
      String problem) {
    Preset preset = Preset.of(form.preset());
    String name = stored.map(MailAccount::name).orElseGet(() -> t("mailbox.add-title"));
    return new MailboxPage(
        visit.shell(name, "settings"),
        SettingsNav.of(entries, MailSettingsRoutes.HERE),
        stored.map(MailAccount::id).orElse(""),
        stored.map(MailAccount::on).orElse(true),
        form,
        how(preset),
        errors,
        stored
            .filter(account -> accounts.hasSecret(account.id(), MailAccounts.PASSWORD))
            .isPresent(),
        tried,
        stored.flatMap(account -> signIns.of(visit, account)),
        stored.map(account -> folders(account, FolderForm.of(account), "")),
        problem);
  }

  private static MailboxPage.How how(Preset preset) {
    return new MailboxPage.How(
        preset.label(),
        preset.how(),
        preset.help().map(URI::toString).orElse(""),
        preset.help().map(URI::getHost).orElse(""),
        preset.isOwn(),
        auths(preset));
  }

  private static MailboxPage.Auths auths(Preset preset) {
    if (preset.password() == Preset.Wants.SIGN_IN) {
      return MailboxPage.Auths.SIGN_IN;
    }
    return preset.oauth().isPresent() ? MailboxPage.Auths.EITHER : MailboxPage.Auths.PASSWORD;
  }

  private MailboxPage.Folders folders(MailAccount account, FolderForm form, String daysError) {
    Optional<List<ServerFolder>> seen = trials.folders(account.id());
    List<ServerFolder> there = seen.orElse(List.of()).stream().filter(ServerFolder::opens).toList();
    Set<String> names = new LinkedHashSet<>();
    there.forEach(folder -> names.add(folder.name()));
    names.addAll(form.chosen());
    account.folders().sent().ifPresent(names::add);
    account.folders().todo().ifPresent(names::add);
    account.folders().forwarded().ifPresent(names::add);
    var boxes = new ArrayList<MailboxPage.Box>();
    for (String name : names) {
      Optional<ServerFolder> folder =
          there.stream().filter(each -> each.name().equals(name)).findFirst();
      boxes.add(
          new MailboxPage.Box(
              name,
              form.chosen().contains(name),
              folder.isEmpty() && seen.isPresent()
                  ? t("mailbox.folder-gone")
                  : folder.map(MailboxViews::about).orElse("")));
    }
    return new MailboxPage.Folders(
        seen.isPresent(),
        boxes,
        List.copyOf(names),
        form.sent(),
        ServerFolder.sent(there, MailFolderChoice.USUAL).orElse(""),
        form.todo(),
        form.forwarded(),
        form.days(),
        daysError);
  }

  private static String about(ServerFolder folder) {
    for (String use : List.of("sent", "all", "trash", "junk", "drafts", "flagged", "archive")) {
      if (folder.uses().contains("\\" + use)) {
        return t("mailbox.use-" + use);
      }
    }
    return folder.isInbox() ? t("mailbox.use-inbox") : "";
  }
}
