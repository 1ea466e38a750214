package dev.peregrine.host.boot;

import dev.peregrine.api.mail.MailLabel;
import dev.peregrine.api.mail.MailMessage.Address;
import dev.peregrine.host.mails.MailFilter;
import dev.peregrine.host.mails.MailFolder;
import dev.peregrine.host.mails.MailPlace;
import dev.peregrine.host.mails.MailRow;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = {
      "Lists every mail with what was done with it, the newest first, and how many had which outcome."
    },
    mixinStandardHelpOptions = true)
final class MailListCommand extends TenantCommand {

  private static final int PAGE = 500;

  @Option(
      names = "--outcome",
      paramLabel = "KEY",
      description =
          "Only those: new, waiting, uncertain, unmatched, matched, done, digest, not_job_mail, own,"
              + " copy, unreadable.")
  private @Nullable String outcome;

  @Option(names = "--label", paramLabel = "KEY", description = "Only those that mean this.")
  private @Nullable String label;

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "Only those of a mailbox; \"files\" for those from files.")
  private @Nullable String account;

  @Option(names = "--words", paramLabel = "TEXT", description = "Only those that have this text.")
  private @Nullable String words;

  @Option(names = "--all", description = "Also those that the servers have no longer.")
  private boolean all;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
  private long limit = Long.MAX_VALUE;

  @Option(names = "--json", description = "One JSON object a line: a mail.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) {
    Mails mails = peregrine.afterApplying().mailing().mails();
    Map<Long, MailFolder> folders =
        mails.folders().stream().collect(Collectors.toMap(MailFolder::id, Function.identity()));
    MailFilter filter =
        (all ? MailFilter.ALL : MailFilter.HELD)
            .withOutcome(outcome())
            .withLabel(label())
            .withAccount(Optional.ofNullable(account))
            .withWords(Optional.ofNullable(words));
    long left = limit;
    Optional<MailPlace> at = Optional.empty();
    List<MailRow> page;
    do {
      page = mails.page(filter, at, (int) Math.min(PAGE, left));
      say(page, folders, output);
      left -= page.size();
      at = page.isEmpty() ? at : Optional.of(MailPlace.of(page.getLast()));
    } while (page.size() == PAGE && left > 0);
    if (!json) {
      output.message(counted(mails.tally(filter)));
    }
    return ExitCode.DONE;
  }

  private Optional<Outcome> outcome() {
    Optional<Outcome> known =
        Arrays.stream(Outcome.values()).filter(each -> each.key().equals(outcome)).findFirst();
    if (outcome != null && known.isEmpty()) {
      throw new UsageException(
          "Outcome \"%s\": expected one of %s."
              .formatted(
                  outcome,
                  Arrays.stream(Outcome.values())
                      .map(Outcome::key)
                      .collect(Collectors.joining(", "))));
    }
    return known;
  }

  private Optional<MailLabel> label() {
    Optional<MailLabel> known = Optional.ofNullable(label).flatMap(MailLabel::of);
    if (label != null && known.isEmpty()) {
      throw new UsageException(
          "Label \"%s\": expected one of %s."
              .formatted(
                  label,
                  Arrays.stream(MailLabel.values())
                      .map(MailLabel::key)
                      .collect(Collectors.joining(", "))));
    }
    return known;
  }

  private void say(List<MailRow> page, Map<Long, MailFolder> folders, Output output) {
    if (json) {
      page.forEach(row -> output.json(object(row, Optional.ofNullable(folders.get(row.folder())))));
      return;
    }
    var table = new ArrayList<List<String>>();
    for (MailRow row : page) {
      table.add(
          List.of(
              Long.toString(row.id()),
              row.received().toString(),
              row.outcome().key(),
              row.label().map(MailLabel::key).orElse("-"),
              plain(row.from().map(Address::mail).orElse("-")),
              plain(row.subject())));
    }
    output.table(table);
  }

  private static String plain(String text) {
    return text.replaceAll("\\p{Cc}", " ");
  }

  private static String counted(Map<Long, Map<Outcome, Long>> tally) {
    var counts = new LinkedHashMap<Outcome, Long>();
    for (Outcome each : Outcome.values()) {
      long mails = tally.values().stream().mapToLong(of -> of.getOrDefault(each, 0L)).sum();
      if (mails > 0) {
        counts.put(each, mails);
      }
    }
    long sum = counts.values().stream().mapToLong(Long::longValue).sum();
    return "%d mails%s"
        .formatted(
            sum,
            counts.entrySet().stream()
                .map(each -> each.getKey().key() + " " + each.getValue())
                .collect(Collectors.joining(", ", counts.isEmpty() ? "" : ": ", "")));
  }

  private static Map<String, @Nullable Object> object(MailRow row, Optional<MailFolder> folder) {
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("id", row.id());
    object.put("account", folder.map(MailFolder::account).orElse(null));
    object.put("folder", folder.map(MailFolder::name).orElse(null));
    object.put("received", row.received().toString());
    object.put("from", row.from().map(Address::mail).orElse(null));
    object.put("from_name", row.from().flatMap(Address::name).orElse(null));
    object.put("subject", row.subject());
    object.put("outcome", row.outcome().key());
    object.put("label", row.label().map(MailLabel::key).orElse(null));
    object.put("confidence", row.label().map(known -> row.confidence()).orElse(null));
    object.put("evidence", row.evidence());
    object.put("job", row.job().orElse(null));
    object.put("reason", row.reason().isEmpty() ? null : row.reason());
    object.put("reason_words", row.reasonWords().isEmpty() ? null : row.reasonWords());
    object.put("gone", row.gone());
    return object;
  }
}
