package dev.peregrine.host.oauth;

import dev.peregrine.host.tasks.TaskFailedException;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tenancy.Tenant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** Sign-ins with a code, as tasks that wait for the person. The codes are kept in memory only. */
public final class DeviceSignIns {

  /** The type of the tasks for mailboxes, and for integrations. */
  public static final String MAIL = "mail-sign-in";

  public static final String INTEGRATIONS = "integration-sign-in";

  private static final int MOST_SILENT = 5;

  /** How a task waits. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private final String type;
  private final OAuth oauth;
  private final Tasks tasks;
  private final Pause pause;
  private final Map<String, DeviceSignIn> waiting = new ConcurrentHashMap<>();
  private final List<Consumer<String>> done = new CopyOnWriteArrayList<>();

  /**
   * @param type of these tasks
   */
  public DeviceSignIns(String type, OAuth oauth, Tasks tasks, Pause pause) {
    this.type = type;
    this.oauth = oauth;
    this.tasks = tasks;
    this.pause = pause;
    tasks.register(type, this::run);
  }

  /** Tells somebody which account can be opened now, for its tenant. */
  public void whenDone(Consumer<String> listener) {
    done.add(listener);
  }

  /** Begins one, or says which one waits already. */
  public DeviceSignIn begin(String provider, String account)
      throws OAuthException, InterruptedException {
    Optional<DeviceSignIn> before = waiting(account);
    if (before.isPresent()) {
      return before.get();
    }
    DeviceSignIn sign = oauth.beginDevice(provider, account);
    waiting.put(whose(account), sign);
    var _ =
        tasks.submit(
            type,
            account,
            "Wait for the sign-in at "
                + oauth.provider(provider).map(OAuthProvider::name).orElse(provider),
            account);
    return sign;
  }

  /** The one that waits. */
  public Optional<DeviceSignIn> waiting(String account) {
    return Optional.ofNullable(waiting.get(whose(account)));
  }

  private String run(TaskRun run) throws InterruptedException, TaskFailedException {
    String key = whose(run.params());
    DeviceSignIn sign = waiting.get(key);
    if (sign == null) {
      throw new TaskFailedException("The code was for one sign-in only. Ask for another one.");
    }
    try {
      run.step("Waiting until the code is typed in at " + sign.page().getHost());
      Duration every = sign.every();
      int silent = 0;
      while (true) {
        pause.of(every);
        try {
          Optional<Duration> next = oauth.poll(sign, every);
          if (next.isEmpty()) {
            done.forEach(listener -> listener.accept(run.params()));
            return "Signed in.";
          }
          every = next.get();
          silent = 0;
        } catch (OAuthException unreached) {
          // One answer that is lost must not cost the person the code that they typed in.
          if (unreached.kind() != OAuthException.Kind.UNREACHABLE || ++silent > MOST_SILENT) {
            throw unreached;
          }
        }
        run.of(0, 0);
      }
    } catch (OAuthException refused) {
      throw new TaskFailedException(String.valueOf(refused.getMessage()));
    } finally {
      waiting.remove(key, sign);
    }
  }

  private static String whose(String account) {
    return Tenant.current().id() + " " + account;
  }
}
