package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Arg;
import org.apache.ibatis.annotations.ConstructorArgs;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.ResultMap;
import org.apache.ibatis.annotations.Results;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of lists. Filters pass over an index that holds all they ask for, and only the rows
 * of the page are read. Several stages are several walks along the index, merged.
 */
interface JobListMapper {

  record RowData(
      long id,
      String title,
      @Nullable String company,
      @Nullable String place,
      @Nullable String remote,
      @Nullable String salaryMin,
      @Nullable String salaryMax,
      @Nullable String salaryCurrency,
      @Nullable String salaryPeriod,
      @Nullable String salaryOrigin,
      @Nullable Double matchScore,
      boolean unscorable,
      String stage,
      @Nullable String rejectionStage,
      @Nullable String ending,
      String board,
      int boards,
      @Nullable Long posted,
      long found,
      @Nullable String hiddenRule,
      @Nullable String hiddenDetail,
      double sortScore,
      long sortDay,
      String sortCompany,
      long candidates) {}

  String ROW =
      """
      j.id, j.title, j.company, j.place, j.remote, j.salary_min, j.salary_max, j.salary_currency,
      j.salary_period, j.salary_origin, j.match_score, j.unscorable, j.stage, j.rejection_stage,
      j.ending, j.board, j.boards, j.posted, j.found, j.hidden_rule, j.hidden_detail, j.sort_score, j.sort_day, j.sort_company
      """;

  String STAGES =
      """
      <foreach item="stage" collection="q.stages" open="(" separator="," close=")">#{stage}</foreach>
      """;

  String FILTERS =
      """
      <if test="q.minScore != null">
        AND (j.sort_score BETWEEN #{q.minScore} AND 150 OR j.sort_score >= #{q.minScore} + 200)
      </if>
      <if test="q.sinceDay != null">AND j.sort_day >= #{q.sinceDay}</if>
      <if test="q.minPay != null">AND j.annual_pay >= #{q.minPay}</if>
      <if test="q.hidden">AND j.hidden_rule &lt;&gt; 'joined'</if>
      <if test="q.hiddenBy != null">AND j.hidden_rule = #{q.hiddenBy}</if>
      <if test="!q.remote.isEmpty()">
        AND j.remote IN <foreach item="mode" collection="q.remote" open="(" separator="," close=")">#{mode}</foreach>
      </if>
      <if test="q.board != null">
        AND (j.board = #{q.board} OR (j.boards > 1 AND EXISTS (
          SELECT 1 FROM job_sightings AS s WHERE s.job = j.id AND s.board = #{q.board})))
      </if>
      """;

  /** The sort column and its direction are constants of {@link JobQuery}, never a person's text. */
  String AFTER =
      """
      <if test="q.afterKey != null">
        AND (j.${q.column}, j.id) ${q.beyond} (#{q.afterKey}, #{q.afterId})
      </if>
      """;

  // Said column by column: finding them by name takes ten times as long as reading them.
  @Results(id = "row")
  @ConstructorArgs({
    @Arg(column = "id", javaType = long.class),
    @Arg(column = "title", javaType = String.class),
    @Arg(column = "company", javaType = String.class),
    @Arg(column = "place", javaType = String.class),
    @Arg(column = "remote", javaType = String.class),
    @Arg(column = "salary_min", javaType = String.class),
    @Arg(column = "salary_max", javaType = String.class),
    @Arg(column = "salary_currency", javaType = String.class),
    @Arg(column = "salary_period", javaType = String.class),
    @Arg(column = "salary_origin", javaType = String.class),
    @Arg(column = "match_score", javaType = Double.class),
    @Arg(column = "unscorable", javaType = boolean.class),
    @Arg(column = "stage", javaType = String.class),
    @Arg(column = "rejection_stage", javaType = String.class),
    @Arg(column = "ending", javaType = String.class),
    @Arg(column = "board", javaType = String.class),
    @Arg(column = "boards", javaType = int.class),
    @Arg(column = "posted", javaType = Long.class),
    @Arg(column = "found", javaType = long.class),
    @Arg(column = "hidden_rule", javaType = String.class),
    @Arg(column = "hidden_detail", javaType = String.class),
    @Arg(column = "sort_score", javaType = double.class),
    @Arg(column = "sort_day", javaType = long.class),
    @Arg(column = "sort_company", javaType = String.class),
    @Arg(column = "candidates", javaType = long.class)
  })
  @Select(
      "<script>SELECT "
          + ROW
          + """
          , 0 AS candidates FROM (
            <foreach item="stage" collection="q.stages" separator=" UNION ALL ">
              SELECT * FROM (
                SELECT j.id, j.${q.column} AS k FROM jobs AS j
                WHERE j.hidden = #{q.hidden} AND j.stage = #{stage}
          """
          + FILTERS
          + AFTER
          + """
                ORDER BY j.${q.column} ${q.direction}, j.id ${q.direction} LIMIT #{q.limit}
              )
            </foreach>
          ) AS hit JOIN jobs AS j ON j.id = hit.id
          ORDER BY hit.k ${q.direction}, j.id ${q.direction} LIMIT #{q.limit}
          </script>
          """)
  List<RowData> page(@Param("q") JobQuery query);

  /** Of the newest jobs those that wait for review with a score, the oldest first. */
  @ResultMap("row")
  @Select(
      "SELECT "
          + ROW
          + """
          , 0 AS candidates FROM (SELECT id FROM jobs ORDER BY id DESC LIMIT #{most}) AS newest
          JOIN jobs AS j ON j.id = newest.id
          WHERE j.hidden = 0 AND j.stage = 'pending' AND j.found >= #{since}
            AND j.match_score IS NOT NULL
          ORDER BY j.id
          """)
  List<RowData> scoredSince(@Param("since") long since, @Param("most") int most);

  @ResultMap("row")
  @Select(
      "SELECT "
          + ROW
          + """
          , 0 AS candidates FROM json_each(#{ids}) AS wanted JOIN jobs AS j ON j.id = wanted.value
          """)
  List<RowData> rows(@Param("ids") String ids);

  @Select(
      """
      <script>
      SELECT COUNT(*) FROM (
        SELECT 1 FROM jobs AS j
        WHERE j.hidden = #{q.hidden} AND j.stage IN
      """
          + STAGES
          + FILTERS
          + """
        LIMIT 10001
      )
      </script>
      """)
  long count(@Param("q") JobQuery query);

  /**
   * The newest hits that pass the filters, sorted as the list is. Ranking all hits of common words
   * would read the better part of the table. Walking over hits is quick, looking their rows up is
   * not: where the filters leave few of them, the ids that pass are gathered first.
   */
  @ResultMap("row")
  @Select(
      """
      <script>
      WITH candidate AS MATERIALIZED (
        SELECT j.id, j.${q.column} AS k FROM (
          SELECT rowid AS id FROM jobs_fts WHERE jobs_fts MATCH #{q.words}
          <if test="few">
            AND +rowid IN (
              SELECT j.id FROM jobs AS j WHERE j.hidden = #{q.hidden} AND j.stage IN
      """
          + STAGES
          + FILTERS
          + """
            )
          </if>
          ORDER BY rowid DESC
        ) AS hit CROSS JOIN jobs AS j ON j.id = hit.id
        <if test="!few">
          WHERE j.hidden = #{q.hidden} AND j.stage IN
          """
          + STAGES
          + """
        </if>
        LIMIT #{candidates}
      )
      SELECT
      """
          + ROW
          + """
      , (SELECT COUNT(*) FROM candidate) AS candidates
      FROM (
        SELECT id, k FROM candidate
        <if test="q.afterKey != null">
          WHERE (k, id) ${q.beyond} (#{q.afterKey}, #{q.afterId})
        </if>
        ORDER BY k ${q.direction}, id ${q.direction} LIMIT #{q.limit}
      ) AS hit JOIN jobs AS j ON j.id = hit.id
      ORDER BY hit.k ${q.direction}, j.id ${q.direction}
      </script>
      """)
  List<RowData> search(
      @Param("q") JobQuery query, @Param("few") boolean few, @Param("candidates") int candidates);
}
