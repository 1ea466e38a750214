package dev.peregrine.host.llm;

import dev.peregrine.host.boot.PluginJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;

/** A plugin with a backend that does what its settings say, as servers do. */
public final class ScriptedModel {

  /** What tests lock that use it: there is one record of what was sent. */
  public static final String SENT = "what models were sent";

  private static final String SOURCE =
      """
      package scripted;
      import dev.peregrine.api.*;
      import dev.peregrine.api.ExtensionException.Kind;
      import dev.peregrine.api.llm.*;
      import java.time.Duration;
      import java.util.*;
      import java.util.function.Consumer;
      public class Scripted implements LlmBackend {
        protected String id() { return "scripted"; }
        protected LlmDescriptor.Where where() { return LlmDescriptor.Where.AT_ADDRESS; }
        protected LlmDescriptor.Capability[] can() {
          return new LlmDescriptor.Capability[] {
            LlmDescriptor.Capability.STREAMING, LlmDescriptor.Capability.IMAGES, LlmDescriptor.Capability.PULL};
        }
        @Override public LlmDescriptor descriptor() {
          return LlmDescriptor.of(
              About.of(id(), "Scripted", "Does what it is told.").withHosts("*").withSettings(
                  new SettingSpec.Address("base-url", "Address", "", false, Optional.of("http://127.0.0.1:11434")),
                  new SettingSpec.Secret("api-key", "Key", "", false),
                  new SettingSpec.Text("script", "Script", "What to do.", false, Optional.of("say:Read what it asks for.")),
                  new SettingSpec.Text("probe", "Probe", "What to say when asked.", false, Optional.of("ready")),
                  new SettingSpec.Texts("models", "Models", "What it has.", List.of("small", "m"))),
              where(), can());
        }
        static void count(String what, LlmContext context) {
          String key = "scripted." + what + "." + context.settings().text("script").orElse("");
          synchronized (System.getProperties()) {
            System.setProperty(key, Integer.toString(Integer.getInteger(key, 0) + 1));
          }
        }
        @Override public Health probe(LlmContext context) throws ExtensionException, InterruptedException {
          count("probe", context);
          return switch (context.settings().text("probe").orElse("")) {
            case "down" -> Health.down("It takes no connection.");
            case "loading" -> new Health(Health.State.LOADING, "It loads its model.");
            case "missing" -> new Health(Health.State.MODEL_MISSING, "The model is not there.");
            case "hang" -> { Thread.sleep(600_000); yield Health.ready("late"); }
            default -> Health.ready("It runs.");
          };
        }
        @Override public List<Model> models(LlmContext context) {
          return context.settings().texts("models").stream()
              .map(name -> name.contains("$")
                  ? Model.of(name).withPrice(new Model.Price(
                      new java.math.BigDecimal(name.split("[$]")[1]), new java.math.BigDecimal(name.split("[$]")[2]),
                      Currency.getInstance("USD")))
                  : name.endsWith("!blind")
                  ? Model.of(name.substring(0, name.length() - 6)).withImages(false) : Model.of(name))
              .toList();
        }
        @Override public Completion complete(CompletionRequest request, LlmContext context, Consumer<String> tokens)
            throws ExtensionException, InterruptedException {
          count("complete", context);
          System.setProperty("scripted.asked", String.join("|", request.messages().stream().map(Message::text).toList()));
          synchronized (System.getProperties()) {
            for (Message message : request.messages()) {
              System.setProperty("scripted.all",
                  System.getProperty("scripted.all", "") + message.role() + "\\u0001" + message.text() + "\\u0002");
            }
          }
          String script = context.settings().text("script").orElse("");
          String model = request.model().orElseThrow();
          switch (script.split(":", 2)[0]) {
            case "say" -> {
              String text = script.substring(4).replace("\\\\n", "\\n");
              for (String word : text.split("(?<= )")) { tokens.accept(word); }
              return Completion.of(text, model).withTokens(7, 11);
            }
            case "said" -> {
              var said = new StringBuilder();
              for (Message message : request.messages()) {
                said.append(message.role()).append(": ").append(message.text()).append('\\n');
              }
              tokens.accept(said.toString());
              return Completion.of(said.toString(), model);
            }
            case "json" -> {
              boolean second = request.messages().size() > Integer.parseInt(script.substring(5, 6));
              String text = script.substring(7).split("\\\\|")[second ? 1 : 0];
              tokens.accept(text);
              return Completion.of(text, model);
            }
            case "once" -> {
              if (Integer.getInteger("scripted.complete." + script, 0) == 1) {
                throw new ExtensionException(Kind.UNAVAILABLE, "The connection broke.");
              }
              tokens.accept("At last.");
              return Completion.of("At last.", model);
            }
            case "half" -> {
              tokens.accept("Half of ");
              throw new ExtensionException(Kind.UNAVAILABLE, "The connection broke in the middle.");
            }
            case "pick" -> {
              String whole = String.join("\\n", request.messages().stream().map(Message::text).toList());
              String text = "{}";
              for (String part : script.substring(5).split("@@")) {
                String[] pair = part.split("=>", 2);
                if (whole.contains(pair[0])) { text = pair[1]; break; }
              }
              tokens.accept(text);
              return Completion.of(text, model);
            }
            case "slowly" -> {
              String text = script.substring(7).replace("\\\\n", "\\n");
              Thread.sleep(1_000);
              for (String word : text.split("(?<= )")) { Thread.sleep(40); tokens.accept(word); }
              return Completion.of(text, model);
            }
            case "break" -> {
              tokens.accept(script.substring(6));
              throw new ExtensionException(Kind.UNAVAILABLE, "The connection broke in the middle.");
            }
            case "stall" -> {
              tokens.accept(script.substring(6));
              Thread.sleep(600_000);
              return Completion.of("late", model);
            }
            case "empty" -> { return Completion.of(" ", model); }
            case "silent" -> { Thread.sleep(600_000); return Completion.of("late", model); }
            case "slow" -> {
              var text = new StringBuilder();
              for (int i = 0; i < 8; i++) { Thread.sleep(250); tokens.accept("word "); text.append("word "); }
              return Completion.of(text.toString(), model);
            }
            case "endless" -> {
              String megabyte = "x".repeat(1_000_000);
              while (true) { tokens.accept(megabyte); }
            }
            case "bug" -> throw new IllegalStateException("oops");
            case "rate" -> throw ExtensionException.rateLimited("Too many calls.", Duration.ofSeconds(40));
            default -> throw new ExtensionException(Kind.valueOf(script), "It says " + script + ".");
          }
        }
        @Override public void pull(String model, LlmContext context) throws ExtensionException {
          if (model.equals("none")) {
            throw new ExtensionException(Kind.REFUSED, "There is no model none.");
          }
          context.progress().step("Fetching " + model);
          context.progress().of(1, 2);
          context.progress().of(2, 2);
        }
        public static final class Blind extends Scripted {
          @Override protected String id() { return "blind"; }
          @Override protected LlmDescriptor.Capability[] can() { return new LlmDescriptor.Capability[0]; }
        }
        public static final class Eye extends Scripted {
          @Override protected String id() { return "eye"; }
          @Override protected LlmDescriptor.Capability[] can() {
            return new LlmDescriptor.Capability[] {
              LlmDescriptor.Capability.IMAGES, LlmDescriptor.Capability.IMAGES_ONLY};
          }
        }
        public static final class Provider extends Scripted {
          @Override protected String id() { return "provider"; }
          @Override protected LlmDescriptor.Where where() { return LlmDescriptor.Where.AT_PROVIDER; }
        }
      }
      """;

  private ScriptedModel() {}

  /** Writes the plugin {@code llm-scripted} with the kinds scripted, blind, eye and provider. */
  public static Path write(Path folder) {
    var manifest = new LinkedHashMap<String, String>();
    manifest.put("Plugin-Id", "llm-scripted");
    manifest.put("Plugin-Version", "1.0");
    manifest.put("Plugin-Requires", "0.1");
    manifest.put("Automatic-Module-Name", "llm.scripted");
    try {
      return PluginJar.write(
          folder.resolve("llm-scripted-1.0.jar"),
          manifest,
          "dev.peregrine.api.llm.LlmBackend",
          "scripted.Scripted",
          "scripted.Scripted\nscripted.Scripted$Blind\nscripted.Scripted$Eye\nscripted.Scripted$Provider\n",
          SOURCE);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /**
   * A message that a model was sent.
   *
   * @param role SYSTEM, USER or ASSISTANT
   */
  public record Sent(String role, String text) {}

  /** All that models were sent since then, in order. */
  public static List<Sent> sent() {
    return Arrays.stream(System.getProperty("scripted.all", "").split("\u0002"))
        .filter(message -> !message.isEmpty())
        .map(message -> message.split("\u0001", 2))
        .map(parts -> new Sent(parts[0], parts[1]))
        .toList();
  }

  /** Forgets what they were sent. */
  public static void forgetSent() {
    System.clearProperty("scripted.all");
  }

  /** How often a backend with that script was asked. */
  public static int asked(String script) {
    return Integer.getInteger("scripted.complete." + script, 0);
  }

  static int probed(String script) {
    return Integer.getInteger("scripted.probe." + script, 0);
  }

  static void forget() {
    System.getProperties().keySet().removeIf(key -> key.toString().startsWith("scripted."));
  }
}
