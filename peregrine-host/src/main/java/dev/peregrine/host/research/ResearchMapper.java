package dev.peregrine.host.research;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

interface ResearchMapper {

  record SourceRow(
      long id,
      String kind,
      String address,
      String title,
      @Nullable String published,
      Instant fetched,
      String text,
      boolean toMachines) {}

  record BriefRow(
      long id,
      String company,
      String name,
      Instant made,
      String writer,
      String heading,
      int claims,
      String document) {}

  record VersionRow(long id, Instant made, String writer, String heading, int claims) {}

  record CompanyRow(String company, String name, Instant made, int claims) {}

  record SubjectRow(String name, String site) {}

  record PointsRow(Instant made, String writer, String document) {}

  @Select(
      """
      INSERT INTO research_sources
        (company, kind, address, title, published, fetched, text, to_machines)
      VALUES (#{company}, #{s.kind}, #{s.address}, #{s.title}, #{s.published}, #{s.fetched},
        #{s.text}, #{s.toMachines})
      RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long addSource(@Param("company") String company, @Param("s") SourceRow source);

  @Select(
      """
      SELECT id, kind, address, title, published, fetched, text, to_machines
      FROM research_sources WHERE company = #{company} ORDER BY id
      """)
  List<SourceRow> sources(@Param("company") String company);

  @Select(
      """
      INSERT INTO company_research (company, name, made, writer, heading, claims, document)
      VALUES (#{b.company}, #{b.name}, #{b.made}, #{b.writer}, #{b.heading}, #{b.claims},
        #{b.document})
      RETURNING id
      """)
  @Options(flushCache = Options.FlushCachePolicy.TRUE)
  long add(@Param("b") BriefRow brief);

  @Select(
      """
      SELECT id, company, name, made, writer, heading, claims, document FROM company_research
      WHERE company = #{company} ORDER BY id DESC LIMIT 1
      """)
  Optional<BriefRow> newest(@Param("company") String company);

  @Select(
      """
      SELECT id, company, name, made, writer, heading, claims, document FROM company_research
      WHERE company = #{company} AND id = #{id}
      """)
  Optional<BriefRow> find(@Param("company") String company, @Param("id") long id);

  @Select(
      """
      SELECT id, made, writer, heading, claims FROM company_research
      WHERE company = #{company} ORDER BY id DESC
      """)
  List<VersionRow> versions(@Param("company") String company);

  @Select(
      """
      SELECT company, name, made, claims FROM company_research AS r
      WHERE id = (SELECT MAX(id) FROM company_research WHERE company = r.company)
      ORDER BY made DESC LIMIT #{limit}
      """)
  List<CompanyRow> companies(@Param("limit") int limit);

  @Delete(
      """
      DELETE FROM company_research WHERE company = #{company} AND id NOT IN (
        SELECT id FROM company_research WHERE company = #{company}
        ORDER BY id DESC LIMIT #{kept})
      """)
  void forgetVersions(@Param("company") String company, @Param("kept") int kept);

  @Delete(
      """
      DELETE FROM research_sources WHERE company = #{company} AND id NOT IN (
        SELECT used.value FROM company_research AS r, json_each(r.document, '$.sources') AS used
        WHERE r.company = #{company})
      """)
  void forgetSources(@Param("company") String company);

  record SiteRow(String company, String site) {}

  @Select("SELECT company, site FROM research_subjects WHERE site <> ''")
  List<SiteRow> sites();

  @Select("SELECT name, site FROM research_subjects WHERE company = #{company}")
  Optional<SubjectRow> subject(@Param("company") String company);

  @Update(
      """
      INSERT INTO research_subjects (company, name, site) VALUES (#{company}, #{name}, #{site})
      ON CONFLICT (company) DO UPDATE SET name = excluded.name, site = excluded.site
      """)
  void saveSubject(
      @Param("company") String company, @Param("name") String name, @Param("site") String site);

  @Select("SELECT made, writer, document FROM research_points WHERE job = #{job}")
  Optional<PointsRow> points(@Param("job") long job);

  @Update(
      """
      INSERT INTO research_points (job, made, writer, document)
      VALUES (#{job}, #{made}, #{writer}, #{document})
      ON CONFLICT (job) DO UPDATE
        SET made = excluded.made, writer = excluded.writer, document = excluded.document
      """)
  void savePoints(
      @Param("job") long job,
      @Param("made") Instant made,
      @Param("writer") String writer,
      @Param("document") String document);
}
