package dev.peregrine.host.pipeline;

import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/** Finds jobs by title and employer. */
interface NameMapper {

  record NameData(long id, String title, @Nullable String company, String stage) {}

  record PlaceData(String place, int jobs) {}

  record KeyData(long id, String words) {}

  /** The newest whose title and employer have all the words, or words that begin so. */
  @Select(
      """
      SELECT j.id, j.title, j.company, j.stage
      FROM jobs_fts AS f JOIN jobs AS j ON j.id = f.rowid
      WHERE jobs_fts MATCH #{query} AND j.hidden = 0
      ORDER BY f.rowid DESC LIMIT #{limit}
      """)
  List<NameData> withWords(@Param("query") String query, @Param("limit") int limit);

  /** Those of an employer that no rule hid, the newest first. */
  @Select(
      """
      SELECT id, title, company, stage FROM jobs
      WHERE company_key = #{company} AND hidden = 0 AND joined IS NULL
      ORDER BY id DESC LIMIT #{limit}
      """)
  List<NameData> ofCompany(@Param("company") String company, @Param("limit") int limit);

  /** Those at some stages that no rule hid, the newest first. */
  @Select(
      """
      SELECT id, title, company, stage FROM jobs
      WHERE hidden = 0 AND stage IN (SELECT value FROM json_each(#{stages})) AND joined IS NULL
      ORDER BY id DESC LIMIT #{limit}
      """)
  List<NameData> atStages(@Param("stages") String stages, @Param("limit") int limit);

  /**
   * Jobs of which each typed word may be a word with typos: some piece of it stands there as it is.
   * Only the index is read.
   */
  @Select(
      """
      <script>
      SELECT id, company_key || ' ' || title_key AS words FROM jobs INDEXED BY jobs_alike
      WHERE
      <foreach item="pieces" collection="words" separator=" AND ">
        <foreach item="piece" collection="pieces" open="(" separator=" OR " close=")">
          INSTR(title_key, #{piece}) OR INSTR(company_key, #{piece})
        </foreach>
      </foreach>
      LIMIT #{limit}
      </script>
      """)
  List<KeyData> maybe(@Param("words") List<List<String>> words, @Param("limit") int limit);

  /** Places as boards write them, of which a word begins so; those that name several left out. */
  @Select(
      """
      SELECT place, COUNT(*) AS jobs FROM jobs
      WHERE (place LIKE #{first} ESCAPE '\\' OR place LIKE #{later} ESCAPE '\\')
        AND LENGTH(place) <= #{longest} AND INSTR(place, ';') = 0 AND INSTR(place, '·') = 0
      GROUP BY place ORDER BY jobs DESC, place LIMIT #{limit}
      """)
  List<PlaceData> places(
      @Param("first") String first,
      @Param("later") String later,
      @Param("longest") int longest,
      @Param("limit") int limit);

  @Select(
      """
      SELECT j.id, j.title, j.company, j.stage
      FROM json_each(#{ids}) AS wanted JOIN jobs AS j ON j.id = wanted.value
      WHERE j.hidden = 0
      """)
  List<NameData> byId(@Param("ids") String ids);
}
