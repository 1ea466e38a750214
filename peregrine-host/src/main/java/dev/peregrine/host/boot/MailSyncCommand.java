package dev.peregrine.host.boot;

import dev.peregrine.host.config.MailAccount;
import dev.peregrine.host.imap.Synced;
import dev.peregrine.host.tasks.Submitted;
import dev.peregrine.host.tasks.Task;
import dev.peregrine.host.tasks.TaskState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "sync",
    description = {
      "Reads the mailboxes of config/email.yaml and keeps what is new.",
      "Nothing on their servers is changed."
    },
    mixinStandardHelpOptions = true)
final class MailSyncCommand extends TenantCommand {

  @Option(
      names = "--account",
      paramLabel = "NAME",
      description = "A mailbox; may be repeated (default: all that are switched on).")
  private List<String> accounts = List.of();

  @Option(names = "--json", description = "One JSON object a line.")
  private boolean json;

  @Override
  int run(Peregrine peregrine, Output output) throws Exception {
    var mailboxes = peregrine.afterApplying().mailing().mailboxes();
    List<String> ids =
        accounts.isEmpty()
            ? mailboxes.accounts().file().current().on().stream().map(MailAccount::id).toList()
            : accounts;
    if (ids.isEmpty()) {
      output.message(
          "No mailbox is switched on. Add one under Settings → Mail or in config/email.yaml.");
      return ExitCode.FAILED;
    }
    var begun = new LinkedHashMap<String, Submitted>();
    try {
      ids.forEach(id -> begun.put(id, mailboxes.sync().begin(id)));
    } catch (IllegalArgumentException none) {
      throw new UsageException(String.valueOf(none.getMessage()));
    }
    int failed = 0;
    boolean partly = false;
    for (var each : begun.entrySet()) {
      Task task = new Waiting(peregrine).untilEnded(each.getValue().id(), output);
      Optional<Synced> synced =
          task.state() == TaskState.COMPLETED
              ? mailboxes.sync().lately(each.getKey())
              : Optional.empty();
      failed += synced.isEmpty() ? 1 : 0;
      partly |= synced.map(Synced::problems).filter(problems -> !problems.isEmpty()).isPresent();
      print(each.getKey(), task, synced, output);
    }
    if (failed == begun.size()) {
      return ExitCode.FAILED;
    }
    return failed > 0 || partly ? ExitCode.PARTLY : ExitCode.DONE;
  }

  private void print(String account, Task task, Optional<Synced> synced, Output output) {
    if (!json) {
      String what = task.state() == TaskState.COMPLETED ? task.result() : task.error();
      output.line(account + ": " + what);
      return;
    }
    var object = new LinkedHashMap<String, @Nullable Object>();
    object.put("account", account);
    object.put("state", task.state().name().toLowerCase(Locale.ROOT));
    object.put("new", synced.map(Synced::fresh).orElse(null));
    object.put("gone", synced.map(Synced::gone).orElse(null));
    object.put("held", synced.map(Synced::held).orElse(null));
    object.put("folders", synced.map(Synced::folders).orElse(null));
    object.put("problems", new ArrayList<>(synced.map(Synced::problems).orElse(List.of())));
    object.put("message", task.error());
    output.json(object);
  }
}
