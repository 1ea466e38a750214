package dev.peregrine.host.llm;

import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** What models were asked. */
interface LlmCallMapper {

  record CallData(
      long at,
      String feature,
      String backend,
      String model,
      boolean answered,
      boolean leftNetwork,
      @Nullable Long inputTokens,
      @Nullable Long outputTokens,
      @Nullable Long firstMillis,
      long millis,
      @Nullable Long costMicros,
      @Nullable String currency) {}

  record TotalData(
      String feature,
      String backend,
      long calls,
      long answered,
      long leftNetwork,
      long inputTokens,
      long outputTokens,
      long millis,
      @Nullable Long costMicros,
      @Nullable String currency) {}

  @Insert(
      """
      INSERT INTO llm_calls (at, feature, backend, model, answered, left_network, input_tokens,
        output_tokens, first_millis, millis, cost_micros, currency)
      VALUES (#{at}, #{feature}, #{backend}, #{model}, #{answered}, #{leftNetwork}, #{inputTokens},
        #{outputTokens}, #{firstMillis}, #{millis}, #{costMicros}, #{currency})
      """)
  void add(CallData call);

  @Select(
      """
      SELECT feature, backend, COUNT(*) AS calls, SUM(answered) AS answered,
        SUM(left_network) AS leftNetwork, COALESCE(SUM(input_tokens), 0) AS inputTokens,
        COALESCE(SUM(output_tokens), 0) AS outputTokens, SUM(millis) AS millis,
        SUM(cost_micros) AS costMicros, currency
      FROM llm_calls
      WHERE at >= #{since}
      GROUP BY feature, backend, currency
      ORDER BY feature, backend, currency
      """)
  List<TotalData> totals(@Param("since") long since);

  record MeasuredData(
      long at,
      String backend,
      String model,
      long firstMillis,
      long millis,
      @Nullable Long outputTokens) {}

  @Select(
      """
      SELECT at, backend, model, first_millis AS firstMillis, millis, output_tokens AS outputTokens
      FROM llm_calls
      WHERE feature = #{feature} AND answered = 1 AND first_millis IS NOT NULL
      ORDER BY at DESC, rowid DESC
      LIMIT 200
      """)
  List<MeasuredData> measured(@Param("feature") String feature);

  @Delete("DELETE FROM llm_calls WHERE at < #{before}")
  int forget(@Param("before") long before);
}
