package dev.peregrine.host.mail;

import static dev.peregrine.host.texts.Texts.t;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.host.imap.MailAccounts;
import dev.peregrine.host.mail.MailList.Chip;
import dev.peregrine.host.mail.MailList.Choice;
import dev.peregrine.host.mail.MailList.Emptiness;
import dev.peregrine.host.mailbox.SyncPillPart;
import dev.peregrine.host.mails.FolderRole;
import dev.peregrine.host.mails.MailFilter;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.MailPlace;
import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.MailWords;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import dev.peregrine.host.pipeline.JobRow;
import dev.peregrine.host.pipeline.Jobs;
import dev.peregrine.host.web.Times;
import dev.peregrine.host.web.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the list of mails together. */
final class MailViews {

  private static final int PAGE = 50;

  private final Mails mails;
  private final MailAccounts accounts;
  private final Jobs jobs;

  MailViews(Mails mails, MailAccounts accounts, Jobs jobs) {
    this.mails = mails;
    this.accounts = accounts;
    this.jobs = jobs;
  }

  /**
   * @param pill how it stands with reading mail; empty where no mailbox is read
   */
  MailPage page(Visit visit, MailQuery query, Optional<SyncPillPart> pill) {
    var boxes = new Boxes(mails, accounts);
    return new MailPage(
        visit.shell(t("mail.title"), MailRoutes.MENU),
        pill,
        list(visit, query, boxes),
        accounting(boxes, visit.times()));
  }

  MailList list(Visit visit, MailQuery query) {
    return list(visit, query, new Boxes(mails, accounts));
  }

  private MailList list(Visit visit, MailQuery query, Boxes boxes) {
    MailFilter filter = query.filter(visit.times().now());
    Map<Outcome, Long> counts = counts(filter.withOutcome(Optional.empty()));
    long all = counts.values().stream().mapToLong(Long::longValue).sum();
    long these = query.outcome().map(outcome -> counts.getOrDefault(outcome, 0L)).orElse(all);
    List<MailRow> rows = mails.page(filter, MailPlace.read(visit.value("after")), PAGE + 1);
    List<MailRow> shown = rows.stream().limit(PAGE).toList();
    Optional<String> more =
        rows.size() > PAGE
            ? Optional.of(query.with("after", MailPlace.of(shown.getLast()).text()).path())
            : Optional.empty();
    return new MailList(
        query,
        chips(query, counts, all),
        boxes(query, boxes),
        labels(query),
        spans(query),
        lines(shown, boxes, visit.times()),
        t("mail.counted", "count", these),
        more,
        emptiness(query, boxes, rows.isEmpty()),
        visit.token());
  }

  private static Emptiness emptiness(MailQuery query, Boxes boxes, boolean nothing) {
    if (!nothing) {
      return Emptiness.NOT_EMPTY;
    }
    if (!boxes.isSetUp()) {
      return Emptiness.NO_ACCOUNT;
    }
    return query.isNarrowed() ? Emptiness.FILTERED : Emptiness.NO_MAIL;
  }

  private Map<Outcome, Long> counts(MailFilter filter) {
    var counts = new EnumMap<Outcome, Long>(Outcome.class);
    mails
        .tally(filter)
        .values()
        .forEach(each -> each.forEach((outcome, n) -> counts.merge(outcome, n, Long::sum)));
    return counts;
  }

  private static List<Chip> chips(MailQuery query, Map<Outcome, Long> counts, long all) {
    var chips = new ArrayList<Chip>();
    Optional<Outcome> here = query.outcome();
    chips.add(new Chip(t("mail.all"), all, query.with("outcome", "").path(), here.isEmpty()));
    for (Outcome outcome : Outcome.values()) {
      long count = counts.getOrDefault(outcome, 0L);
      boolean isHere = here.equals(Optional.of(outcome));
      if (count > 0 || isHere) {
        chips.add(
            new Chip(
                MailWords.of(outcome), count, query.with("outcome", outcome.key()).path(), isHere));
      }
    }
    return chips;
  }

  private static List<Choice> boxes(MailQuery query, Boxes boxes) {
    var choices = new ArrayList<Choice>();
    String here = query.get("box");
    boxes
        .accounts()
        .forEach(
            (id, name) -> {
              String key = "account:" + id;
              choices.add(new Choice(key, name, key.equals(here)));
              if (!id.equals(MailFolder.FILES)) {
                for (MailFolder folder : boxes.folders()) {
                  String folderKey = "folder:" + folder.id();
                  if (folder.account().equals(id)) {
                    choices.add(new Choice(folderKey, boxes.whole(folder), folderKey.equals(here)));
                  }
                }
              }
            });
    return choices;
  }

  private static List<Choice> labels(MailQuery query) {
    return Arrays.stream(MailLabel.values())
        .map(
            label ->
                new Choice(
                    label.key(), MailWords.of(label), label.key().equals(query.get("label"))))
        .toList();
  }

  private static List<Choice> spans(MailQuery query) {
    return MailQuery.SPANS.stream()
        .map(
            span ->
                new Choice(
                    span,
                    switch (span) {
                      case "" -> t("mail.span-held");
                      case "all" -> t("mail.span-all");
                      default -> t("mail.span-days", "days", Integer.parseInt(span));
                    },
                    span.equals(query.get("span"))))
        .toList();
  }

  /** Mails as lines of a list. */
  List<MailLine> lines(List<MailRow> rows, Times times) {
    return lines(rows, new Boxes(mails, accounts), times);
  }

  private List<MailLine> lines(List<MailRow> rows, Boxes boxes, Times times) {
    Map<Long, JobRow> named =
        jobs.pursued().rows(rows.stream().flatMap(row -> row.job().stream()).distinct().toList());
    return rows.stream()
        .map(row -> line(row, boxes, row.job().flatMap(id -> job(named, id)), times))
        .toList();
  }

  private static Optional<JobRow> job(Map<Long, JobRow> named, long id) {
    return Optional.ofNullable(named.get(id));
  }

  private static MailLine line(MailRow row, Boxes boxes, Optional<JobRow> job, Times times) {
    return new MailLine(
        row.id(),
        MailRoutes.HERE + "/" + row.id(),
        MailSaid.subject(row.subject()),
        MailSaid.name(row.from()),
        MailSaid.address(row.from()),
        boxes.whole(row.folder()),
        times.moment(row.received()),
        MailWords.of(row.outcome()),
        MailSaid.kind(row.outcome()),
        row.label()
            .map(
                label ->
                    MailSaid.meaning(
                        MailWords.of(label), row.confidence(), row.said(), row.evidence()))
            .orElse(""),
        job.map(MailViews::named).orElse(""),
        job.map(each -> MailRoutes.application(each)).orElse(""),
        MailSaid.reason(row.reason(), row.reasonWords()),
        row.gone());
  }

  static String named(JobRow job) {
    return job.company()
        .map(company -> t("mail.job-at", "title", job.title(), "company", company))
        .orElse(job.title());
  }

  /** Folder by folder, what the server holds and what became of it. */
  private Accounting accounting(Boxes boxes, Times times) {
    Map<Long, Map<Outcome, Long>> tally = mails.tally(MailFilter.HELD);
    var folders = new ArrayList<Accounting.Folder>();
    long held = 0;
    long missing = 0;
    long here = 0;
    for (MailFolder folder : boxes.folders()) {
      Map<Outcome, Long> parts = tally.getOrDefault(folder.id(), Map.of());
      long kept = parts.values().stream().mapToLong(Long::longValue).sum();
      boolean ofServer = folder.role() != FolderRole.FILES;
      long lacks = ofServer ? Math.max(0, folder.held() - kept) : 0;
      held += ofServer ? folder.held() : 0;
      here += ofServer ? kept : 0;
      missing += folder.synced().isPresent() ? lacks : 0;
      folders.add(folder(folder, boxes, parts, kept, lacks, times));
    }
    String sentence =
        missing > 0
            ? t("mail.not-all-here", "missing", missing, "held", held)
            : t("mail.all-here", "held", held, "here", here);
    return new Accounting(held == 0 && here == 0 ? "" : sentence, missing, folders);
  }

  private static Accounting.Folder folder(
      MailFolder folder,
      Boxes boxes,
      Map<Outcome, Long> parts,
      long kept,
      long lacks,
      Times times) {
    boolean ofServer = folder.role() != FolderRole.FILES;
    String read =
        folder
            .synced()
            .map(at -> t("mail.read-at", "when", times.momentWithin(at)))
            .orElseGet(() -> t("mail.being-read"));
    boolean lost = lacks > 0 && folder.synced().isPresent();
    return new Accounting.Folder(
        boxes.whole(folder),
        ofServer
            ? t("mail.holds", "held", folder.held(), "here", kept)
            : t("mail.kept-from-files", "here", kept),
        ofServer ? read : "",
        lost ? t("mail.lacks", "count", lacks) : "",
        lost && boxes.isKnown(folder.account()) ? folder.account() : "",
        Arrays.stream(Outcome.values())
            .filter(parts::containsKey)
            .map(
                outcome ->
                    new Chip(
                        MailWords.of(outcome),
                        parts.getOrDefault(outcome, 0L),
                        new MailQuery(Map.of())
                            .with("outcome", outcome.key())
                            .with("box", "folder:" + folder.id())
                            .path(),
                        false))
            .toList());
  }
}
