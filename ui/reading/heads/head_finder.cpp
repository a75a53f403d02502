#include "ui/reading/heads/head_finder.h"

#include <QToolButton>
#include <algorithm>

#include "core/base/error.h"
#include "ui/reading/panel_sight.h"
#include "ui/widgets/query_field.h"

namespace headlight {

QueryField* makeHeadQueryField() {
  QStringList words;
  for (const std::string& word : headQueryWords()) words << QString::fromStdString(word);
  auto* field = new QueryField(words);
  field->setHints({HeadFinder::tr("Filter: 1.* or sink > 0.5"), HeadFinder::tr("Filter heads")});
  field->setAccessibleName(HeadFinder::tr("Filter heads"));
  field->setToolTip(HeadFinder::tr(
      "Heads such as 1.* or *.0 2.3; metrics such as induction > 0.5; label:previous; like:3.1; layer:0-2; joined "
      "by and, or, not"));
  field->setClearButtonEnabled(true);
  for (QToolButton* button : field->findChildren<QToolButton*>())
    button->setAccessibleName(HeadFinder::tr("Clear the filter"));
  return field;
}

HeadFinder::HeadFinder(Workspace* workspace, QObject* parent)
    : QObject(parent), m_measures(HeadMeasures::of(workspace)) {
  connect(&m_measures, &HeadMeasures::changed, this, [this] {
    if (m_ready) return;
    look();
    emit changed();
  });
}

void HeadFinder::find(const Wanted& wanted, const std::shared_ptr<const RunResult>& result, AttentionType attention) {
  m_wanted = wanted;
  m_result = result;
  m_attention = attention;
  look();
}

void HeadFinder::look() {
  m_ready = false;
  m_problem.clear();
  if (!m_result) return;
  HeadQuery query;
  try {
    query = parseHeadQuery(m_wanted.query);
  } catch (const Error& error) {
    m_problem = QString::fromUtf8(error.what());
    query = m_query;
  }
  std::shared_ptr<const HeadsReport> report;
  if (query.needsFacts() || m_wanted.facts) {
    const HeadMeasures::Known known = m_measures.ask(m_result, m_attention);
    if (!known.problem.isEmpty()) {
      m_problem = known.problem;
      return;
    }
    if (!known.report) return;
    report = known.report;
  }
  std::vector<HeadId> heads = query.likened();
  if (m_wanted.like) heads.push_back(m_wanted.like->of(AttentionType::Self));
  if (!knowsLikeness(heads)) {
    if (m_problem.isEmpty()) m_problem = m_likenessProblem;
    return;
  }
  m_query = std::move(query);
  m_report = std::move(report);
  m_ready = true;
}

bool HeadFinder::knowsLikeness(const std::vector<HeadId>& heads) {
  if (heads.empty()) return true;
  const auto maps = mapsOf(m_attention, *m_result);
  const auto knows = [this](HeadId head) { return m_likeness.contains(head); };
  if (m_likenessOf == maps && std::all_of(heads.begin(), heads.end(), knows)) return true;
  if (m_measuringOf == maps && m_measuring == heads) return false;
  m_measuringOf = maps;
  m_measuring = heads;
  m_likenessProblem.clear();
  m_job.start([maps, heads](const Progress& progress) { return likenessTo(heads, *maps, progress); },
              [this, maps](HeadLikeness likeness) {
                m_likeness = std::move(likeness);
                m_likenessOf = maps;
                look();
                emit changed();
              },
              [this](const QString& problem) {
                m_likenessProblem = problem;
                look();
                emit changed();
              });
  return false;
}

const HeadFacts* HeadFinder::factsOf(HeadId head) const {
  if (!m_report) return nullptr;
  const auto& heads = m_report->heads;
  const auto found = std::find_if(heads.begin(), heads.end(), [head](const MeasuredHead& each) {
    return each.facts.head.layer == head.layer && each.facts.head.head == head.head;
  });
  return found == heads.end() ? nullptr : &found->facts;
}

bool HeadFinder::fits(HeadId head) const { return m_query.fits(head.of(m_attention), factsOf(head), m_likeness); }

}  // namespace headlight
