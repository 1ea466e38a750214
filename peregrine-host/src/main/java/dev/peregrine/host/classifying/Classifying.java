package dev.peregrine.host.classifying;

import dev.peregrine.api.llm.Llm;
import dev.peregrine.api.mail.EmailClassifier;
import dev.peregrine.api.mail.MailMessage;
import dev.peregrine.host.llm.LlmUse;
import dev.peregrine.host.llm.Llms;
import dev.peregrine.host.mails.Arrivals;
import dev.peregrine.host.mails.Judged;
import dev.peregrine.host.mails.Mail;
import dev.peregrine.host.mails.MailStep;
import dev.peregrine.host.mails.Mails;
import dev.peregrine.host.mails.Trouble;
import dev.peregrine.host.plugins.Contexts;
import dev.peregrine.host.plugins.Extension;
import dev.peregrine.host.plugins.PluginRuntime;
import dev.peregrine.host.storage.Databases;
import dev.peregrine.host.tasks.TaskRun;
import dev.peregrine.host.tasks.Tasks;
import dev.peregrine.host.tasks.Wishes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what the current tenant's mails mean: when they come, and again, as a task, when the
 * classifiers or what they learnt change. What the person said of a mail, and what they decided on,
 * stays. Without any classifier mails wait with the outcome {@code NEW}.
 */
public final class Classifying implements MailStep {

  /** What asking a model is called in {@code llm.yaml} and in the ledger. */
  public static final LlmUse USE = LlmUse.general("mail_classifier");

  static final String TASK = "classify-mail";

  private static final Logger LOG = LoggerFactory.getLogger(Classifying.class);
  private static final int BATCH = 200;

  /** The number of no way: what is judged so is judged again the next time. */
  private static final int AGAIN = 0;

  /** What one call of a classifier may use of a model: enough for a batch. */
  private static final long TOKENS = 200_000;

  /** So many questions go to models in 24 hours; what stays uncertain then waits for the next. */
  static final int QUESTIONS_A_DAY = 200;

  private final Tasks tasks;
  private final Mails mails;
  private final Arrivals arrivals;
  private final PluginRuntime plugins;
  private final Contexts contexts;
  private final Llms llms;
  private final Panel panel;
  private final Training training;
  private final Wishes wishes = new Wishes();

  public Classifying(
      Databases databases,
      Tasks tasks,
      Mails mails,
      Arrivals arrivals,
      PluginRuntime plugins,
      Contexts contexts,
      Llms llms) {
    this.tasks = tasks;
    this.mails = mails;
    this.arrivals = arrivals;
    this.plugins = plugins;
    this.contexts = contexts;
    this.llms = llms;
    var learnt = new Learnt(databases);
    panel = new Panel(learnt);
    training = new Training(mails, learnt);
    tasks.register(TASK, this::judgeAll);
    arrivals.add(this);
    mails.whenSaid(this::soon);
  }

  /** The mappers that {@link Databases} must know. */
  public static List<Class<?>> mappers() {
    return List.of(LearntMapper.class);
  }

  /** Ids of the classifiers that are on, in the order in which they are asked. */
  public List<String> classifiers() {
    return chain().all().map(ClassifierCall::id).toList();
  }

  /**
   * Judges mails that are not kept.
   *
   * @param only the id of the one classifier to ask; empty for all that are on
   * @return one for each mail, in the same order; empty where nobody said anything
   * @throws IllegalArgumentException with a sentence where no classifier of that id is on
   */
  public List<Optional<Classified>> judge(List<MailMessage> messages, Optional<String> only)
      throws InterruptedException {
    Chain all = chain();
    List<ClassifierCall> asked =
        all.all()
            .filter(call -> only.map(call.id()::equals).orElseGet(() -> !call.isLocked()))
            .toList();
    if (asked.isEmpty() && only.isPresent()) {
      throw new IllegalArgumentException(
          "Mail classifier \"%s\": expected one that is on: %s. Switch it on under Plugins."
              .formatted(only.get(), String.join(", ", classifiers())));
    }
    var verdicts = new ArrayList<Optional<Classified>>(messages.size());
    for (int from = 0; from < messages.size(); from += BATCH) {
      List<MailMessage> part = messages.subList(from, Math.min(from + BATCH, messages.size()));
      verdicts.addAll(panel.ask(asked, part, Panel.nothing(part.size()), llm(all)).verdicts());
    }
    return verdicts;
  }

  @Override
  public Turn turn() {
    return Turn.LABEL;
  }

  @Override
  public void over(List<Long> ids) throws InterruptedException {
    Chain chain = chain();
    if (chain.isEmpty()) {
      return;
    }
    int way = panel.way(chain.all().toList());
    int plainWay = panel.way(chain.plain());
    boolean isLeft = false;
    for (int from = 0; from < ids.size(); from += BATCH) {
      List<Mail> open =
          mails.byIds(ids.subList(from, Math.min(from + BATCH, ids.size()))).stream()
              .filter(mail -> isOpen(mail, way, plainWay))
              .toList();
      Panel.Said said = byPlain(chain, open);
      List<Long> _ = note(open, said, way, said.all() ? plainWay : AGAIN);
      isLeft |= said.verdicts().stream().anyMatch(each -> !Panel.isSure(each));
    }
    if (isLeft && !chain.asking().isEmpty()) {
      soon();
    }
  }

  private static boolean isOpen(Mail mail, int way, int plainWay) {
    boolean judged =
        mail.judged()
            .filter(
                known -> known.isSaid() || known.revision() == way || known.revision() == plainWay)
            .isPresent();
    return !judged
        && !mail.own()
        && mail.copyOf().isEmpty()
        && mail.settled().isEmpty()
        && !mail.troubles().contains(Trouble.UNREADABLE);
  }

  private Panel.Said byPlain(Chain chain, List<Mail> open) throws InterruptedException {
    return panel.ask(
        chain.plain(),
        open.stream().map(Mail::message).toList(),
        Panel.nothing(open.size()),
        Optional.empty());
  }

  /**
   * Keeps what was said.
   *
   * @param way in which those are judged that are sure
   * @param unsureWay in which the others are; the task looks again at what is not judged in the way
   *     that is in use
   * @return the mails that mean something else now
   */
  private List<Long> note(List<Mail> open, Panel.Said said, int way, int unsureWay) {
    Map<Long, Judged> judged = new LinkedHashMap<>();
    var changed = new ArrayList<Long>();
    for (int i = 0; i < open.size(); i++) {
      Mail mail = open.get(i);
      Optional<Classified> verdict = said.verdicts().get(i);
      if (verdict.isPresent()) {
        Judged now = verdict.get().judged(verdict.get().isSure() ? way : unsureWay);
        judged.put(mail.id(), now);
        if (means(mail.judged(), now)) {
          changed.add(mail.id());
        }
      }
    }
    if (!judged.isEmpty()) {
      mails.judge(judged);
    }
    return changed;
  }

  private static boolean means(Optional<Judged> before, Judged now) {
    return before.isEmpty()
        || before.get().label() != now.label()
        || before.get().isSure() != now.isSure();
  }

  /** Looks at what waits for it, for instance since a classifier's plugin changed. */
  public void start() {
    soon();
  }

  /** Mails, corrections or classifiers changed: judges soon. Cheap, never fails. */
  public void soon() {
    try {
      if (isAnythingToDo()) {
        wishes.want(() -> tasks.submit(TASK, "", "Say what mails mean", "").isNew());
      }
    } catch (RuntimeException notNow) {
      LOG.warn("Judging mails could not be started", notNow);
    }
  }

  private boolean isAnythingToDo() {
    Chain chain = chain();
    return !chain.isEmpty() && (training.isStale(chain) || isWaiting(chain));
  }

  private boolean isWaiting(Chain chain) {
    int way = panel.way(chain.all().toList());
    int alsoFine = llm(chain).isPresent() ? way : panel.way(chain.plain());
    return !mails.toJudge(way, alsoFine, Long.MAX_VALUE, 1).isEmpty();
  }

  private String judgeAll(TaskRun run) throws InterruptedException {
    long judged = 0;
    do {
      wishes.begin();
      Chain chain = chain();
      if (training.isStale(chain)) {
        run.step("Learning from your corrections");
        training.refresh(chain);
      }
      judged += judgeWaiting(run, chain);
    } while (wishes.again());
    return judged == 1 ? "1 mail judged." : "%,d mails judged.".formatted(judged);
  }

  private long judgeWaiting(TaskRun run, Chain chain) throws InterruptedException {
    if (chain.isEmpty()) {
      return 0;
    }
    int way = panel.way(chain.all().toList());
    int plainWay = panel.way(chain.plain());
    long before = Long.MAX_VALUE;
    long judged = 0;
    while (true) {
      Optional<Llm> llm = llm(chain);
      List<Long> waiting = mails.toJudge(way, llm.isPresent() ? way : plainWay, before, BATCH);
      if (waiting.isEmpty()) {
        return judged;
      }
      before = waiting.getLast();
      List<Mail> open = mails.byIds(waiting);
      arrivals.over(judgeAgain(chain, open, llm, way, plainWay));
      judged += open.size();
      run.step("%,d mails looked at".formatted(judged));
    }
  }

  private List<Long> judgeAgain(
      Chain chain, List<Mail> open, Optional<Llm> llm, int way, int plainWay)
      throws InterruptedException {
    Panel.Said plain = byPlain(chain, open);
    if (llm.isEmpty()) {
      return note(open, plain, way, plain.all() ? plainWay : AGAIN);
    }
    Panel.Said asked =
        panel.ask(unlocked(chain), open.stream().map(Mail::message).toList(), plain, llm);
    return note(open, asked, way, asked.all() ? way : AGAIN);
  }

  /** The person's models, where a classifier may ask them now. */
  private Optional<Llm> llm(Chain chain) {
    boolean may =
        !unlocked(chain).isEmpty() && llms.hasOwn() && llms.askedInADay(USE) < QUESTIONS_A_DAY;
    return may ? Optional.of(llms.lent(USE, TOKENS)) : Optional.empty();
  }

  private static List<ClassifierCall> unlocked(Chain chain) {
    return chain.asking().stream().filter(call -> !call.isLocked()).toList();
  }

  private Chain chain() {
    return Chain.of(
        plugins.extensions(EmailClassifier.class).stream()
            .map(
                (Extension<EmailClassifier> extension) ->
                    new ClassifierCall(extension, contexts, training::corrections))
            .toList());
  }
}
