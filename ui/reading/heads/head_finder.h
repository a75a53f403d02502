#pragma once

#include "core/analysis/head_query.h"
#include "ui/reading/heads/head_measures.h"

namespace headlight {

class QueryField;

/// A field for what a finder looks for, with the words of its language.
QueryField* makeHeadQueryField();

/// Finds heads by what a person types (core/analysis/head_query.h), for the atlas, the table and the scatter. What has
/// to be measured for it is measured in the background; until then, and while what is typed is not understood, what was
/// found before stays.
class HeadFinder final : public QObject {
  Q_OBJECT
 public:
  HeadFinder(Workspace* workspace, QObject* parent);

  /// What is wanted of a finder.
  struct Wanted {
    std::string query;
    std::optional<HeadId> like;  ///< A head that all others are compared with, beside those of the query.
    bool facts = false;          ///< Whether metrics and labels are wanted whatever the query.
  };
  /// Looks among the heads of one attention of a reading; changed() follows where something has to be measured.
  void find(const Wanted& wanted, const std::shared_ptr<const RunResult>& result, AttentionType attention);

  /// Whether everything is known that was wanted last.
  bool isReady() const { return m_ready; }
  /// Why what was typed is not understood, or cannot be measured; empty for nothing.
  const QString& problem() const { return m_problem; }
  /// Whether a head is among those found last.
  bool fits(HeadId head) const;
  /// Null while nobody wanted facts, or where there are none.
  const std::shared_ptr<const HeadsReport>& report() const { return m_report; }
  const HeadFacts* factsOf(HeadId head) const;
  const HeadLikeness& likeness() const { return m_likeness; }

 signals:
  /// Something that was measured is known now.
  void changed();

 private:
  void look();
  /// Whether it is known how alike heads are to those; it is being measured where not.
  bool knowsLikeness(const std::vector<HeadId>& heads);

  HeadMeasures& m_measures;
  Wanted m_wanted;
  std::shared_ptr<const RunResult> m_result;
  AttentionType m_attention = AttentionType::Self;
  bool m_ready = false;
  QString m_problem;
  HeadQuery m_query;
  std::shared_ptr<const HeadsReport> m_report;
  HeadLikeness m_likeness;
  /// What m_likeness is of, or what is being measured.
  std::shared_ptr<const AttentionMaps> m_likenessOf, m_measuringOf;
  std::vector<HeadId> m_measuring;
  QString m_likenessProblem;
  Job<HeadLikeness> m_job;
};

}  // namespace headlight
