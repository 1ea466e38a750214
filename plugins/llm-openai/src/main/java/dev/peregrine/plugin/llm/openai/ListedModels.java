package dev.peregrine.plugin.llm.openai;

import dev.peregrine.api.Json;
import dev.peregrine.api.llm.Model;
import dev.peregrine.api.llm.Model.Price;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The models that a server lists, with what some servers tell of them. */
record ListedModels(List<Json> rows) {

  /** They are listed among the others, but cannot be talked with. */
  private static final Pattern OTHER_WORK =
      Pattern.compile(
          "(?i).*(embed|whisper|tts|dall-e|moderation|transcribe|realtime|-audio|gpt-image|sora|davinci|babbage|rerank|-guard).*");

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  List<Model> list() {
    var models = new LinkedHashMap<String, Model>();
    for (Json row : rows) {
      String id = row.at("id").text().orElse("");
      if (!OTHER_WORK.matcher(id).matches()) {
        models.putIfAbsent(id, model(id, row));
      }
    }
    return List.copyOf(models.values());
  }

  private static Model model(String id, Json row) {
    Model model = Model.of(id).withName(row.at("name").text().orElse(id));
    Optional<Integer> context =
        Stream.of("context_length", "context_window", "max_context_length", "max_model_len")
            .flatMap(name -> row.at(name).number().stream())
            .filter(tokens -> tokens.signum() > 0 && tokens.precision() - tokens.scale() < 10)
            .map(BigDecimal::intValue)
            .findFirst();
    if (context.isPresent()) {
      model = model.withContextTokens(context.get());
    }
    List<String> takes = row.at("architecture").at("input_modalities").texts();
    if (!takes.isEmpty()) {
      model = model.withImages(takes.contains("image"));
    }
    Optional<Price> price = price(row.at("pricing"));
    return price.isPresent() ? model.withPrice(price.get()) : model;
  }

  /** As OpenRouter says it: dollars a token, below 0 where it depends. */
  private static Optional<Price> price(Json pricing) {
    Optional<BigDecimal> input = pricing.at("prompt").number().filter(each -> each.signum() >= 0);
    Optional<BigDecimal> output =
        pricing.at("completion").number().filter(each -> each.signum() >= 0);
    return input.isPresent() && output.isPresent()
        ? Optional.of(
            new Price(
                input.get().multiply(MILLION),
                output.get().multiply(MILLION),
                Currency.getInstance("USD")))
        : Optional.empty();
  }
}
