package dev.peregrine.plugin.llm.embedded;

import de.kherud.llama.LlamaModel;
import de.kherud.llama.ModelParameters;
import dev.peregrine.api.ExtensionException;
import dev.peregrine.api.ExtensionException.Kind;
import dev.peregrine.api.Settings;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The one model that is in memory. One at a time is enough: several would not fit, and it answers
 * one question at a time.
 */
final class LoadedModel {

  private final ReentrantLock turn = new ReentrantLock();
  private @Nullable Choice choice;
  private @Nullable LlamaModel model;

  /** What makes a difference to what is in memory. */
  private record Choice(Path path, long bytes, long context, long threads) {}

  /** Something that is done with the model. */
  interface Use<R> {
    R with(LlamaModel model) throws ExtensionException, InterruptedException;
  }

  <R> R use(ModelFile file, Settings settings, Use<R> use)
      throws ExtensionException, InterruptedException {
    turn.lockInterruptibly();
    try {
      return use.with(loaded(file, settings));
    } finally {
      turn.unlock();
    }
  }

  private LlamaModel loaded(ModelFile file, Settings settings) throws ExtensionException {
    var wanted =
        new Choice(
            file.path(),
            file.bytes(),
            settings.whole(EmbeddedBackend.CONTEXT),
            settings.whole(EmbeddedBackend.THREADS));
    LlamaModel there = model;
    if (there != null && wanted.equals(choice)) {
      return there;
    }
    if (there != null) {
      model = null;
      there.close();
    }
    LlamaModel fresh = load(wanted, file);
    model = fresh;
    choice = wanted;
    return fresh;
  }

  private static LlamaModel load(Choice wanted, ModelFile file) throws ExtensionException {
    int threads =
        wanted.threads() > 0 ? (int) wanted.threads() : Runtime.getRuntime().availableProcessors();
    try {
      return new LlamaModel(
          new ModelParameters()
              .setModel(wanted.path().toString())
              .setCtxSize((int) wanted.context())
              .setThreads(threads)
              .setThreadsBatch(threads)
              .disableLog());
    } catch (RuntimeException unfit) {
      throw LlamaFailure.of(
          unfit,
          Kind.BAD_SETTINGS,
          "Model \"%s\" cannot be loaded: its kind may be newer than this llama.cpp, or the memory too small. Try another file."
              .formatted(file.id()));
    } catch (LinkageError missing) {
      throw new ExtensionException(
          Kind.UNAVAILABLE,
          "llama.cpp does not start on this machine. Start Peregrine anew; if that does not help, use Ollama instead.",
          missing);
    }
  }
}
