package dev.peregrine.host.mail;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.imap.MailSync;
import dev.peregrine.host.mailbox.SyncPills;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.pipeline.Stage;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.web.Icon;
import dev.peregrine.host.web.MenuEntry;
import dev.peregrine.host.web.RouteRegistry;
import dev.peregrine.host.web.Routes;
import dev.peregrine.host.web.Toast;
import dev.peregrine.host.web.Visit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** Every mail with what was done with it. */
public final class MailRoutes implements Routes {

  static final String MENU = "mail";
  static final String HERE = "/mail";

  private static final int MOST_AT_ONCE = 500;

  private final Mails mails;
  private final Arrivals arrivals;
  private final MailAccounts accounts;
  private final MailSync sync;
  private final MailViews views;
  private final SyncPills pills;

  public MailRoutes(
      Mails mails,
      Arrivals arrivals,
      MailAccounts accounts,
      MailSync sync,
      Jobs jobs,
      SyncPills pills) {
    this.accounts = accounts;
    this.sync = sync;
    this.mails = mails;
    this.arrivals = arrivals;
    this.pills = pills;
    this.views = new MailViews(mails, accounts, jobs);
  }

  @Override
  public void add(RouteRegistry routes) {
    routes.menu(
        MenuEntry.of(MENU, () -> t("mail.title"), Icon.MAIL, HERE, 50)
            .counting(() -> OptionalLong.of(waiting())));
    routes.get(HERE, this::show);
    routes.post(HERE + "/bulk", this::many);
    routes.post(HERE + "/bulk/back", this::manyBack);
    routes.post(HERE + "/again", this::readAgain);
  }

  /** What somebody wrote of stands in review before there is an application. */
  static String application(JobRow job) {
    return (job.stage() == Stage.PENDING ? "/jobs/" : "/interviews/") + job.id();
  }

  private long waiting() {
    return mails.count(Outcome.WAITING) + mails.count(Outcome.UNCERTAIN);
  }

  private void show(Visit visit) {
    MailQuery query = MailQuery.of(visit);
    if (visit.wantsParts() && !visit.value("after").isEmpty()) {
      visit.parts(new MoreMails(views.list(visit, query)));
    } else if (visit.wantsParts() && visit.has("list")) {
      visit.isNowAt(query.path());
      visit.parts(new MailResults(views.list(visit, query)));
    } else {
      visit.show(views.page(visit, query, pills.of(visit)));
    }
  }

  private void readAgain(Visit visit) {
    String account = visit.value("account");
    if (accounts.find(account).isEmpty()) {
      visit.go(HERE, Toast.of(t("mail.no-such-box")));
      return;
    }
    Submitted _ = sync.begin(account);
    visit.go(HERE, Toast.of(t("mail.read-again-begun")));
  }

  private static List<Long> ids(Visit visit) {
    return visit.values("id").stream()
        .filter(id -> id.matches("\\d{1,18}"))
        .limit(MOST_AT_ONCE)
        .map(Long::valueOf)
        .toList();
  }

  private void many(Visit visit) throws InterruptedException {
    List<Long> ids = ids(visit);
    String path = MailQuery.of(visit).path();
    String to = visit.value("to");
    if (ids.isEmpty() || !(to.equals("unrelated") || to.equals("settled"))) {
      visit.go(path, Toast.of(t("mail.none-selected")));
      return;
    }
    if (to.equals("settled")) {
      mails.settle(ids, true);
    } else {
      var judged = new LinkedHashMap<Long, Judged>();
      ids.forEach(id -> judged.put(id, Judged.bySaying(MailLabel.UNRELATED)));
      mails.judge(judged);
      arrivals.over(ids);
    }
    visit.go(
        path,
        Toast.undoable(
            to.equals("settled")
                ? t("mail.settled-many", "count", ids.size())
                : t("mail.unrelated-many", "count", ids.size()),
            "",
            "%s/bulk/back?to=%s&ids=%s"
                .formatted(
                    HERE, to, ids.stream().map(String::valueOf).collect(Collectors.joining(".")))));
  }

  private void manyBack(Visit visit) throws InterruptedException {
    List<Long> ids =
        Arrays.stream(visit.value("ids").split("\\."))
            .filter(id -> id.matches("\\d{1,18}"))
            .limit(MOST_AT_ONCE)
            .map(Long::valueOf)
            .toList();
    if (visit.value("to").equals("settled")) {
      mails.settle(ids, false);
    } else {
      mails.unsay(ids);
      arrivals.over(ids);
    }
    visit.go(HERE, Toast.of(t("mail.taken-back")));
  }
}
