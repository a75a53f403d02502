#include "ui/reading/heads/head_measures.h"

#include <algorithm>

#include "ui/reading/panel_sight.h"

namespace headlight {
namespace {

/// What windows beside each other show, and the reading before the last change.
constexpr std::size_t kMostKnown = 4;

std::vector<HeadFacts> factsOf(const RunResult& result, AttentionType attention, const AttentionMaps& maps,
                               const std::vector<std::vector<ProbeScores>>& probe, const Progress& progress) {
  if (result.trace)
    return computeHeadTable(*result.request.model, result.trace, attention, maps, probe, progress);
  std::vector<Visibility> visibility = contextOf(attention, result).visibility;
  visibility.resize(static_cast<std::size_t>(maps.layers()));
  return computeHeadTable(maps, visibility, {}, progress);
}

}  // namespace

HeadMeasures& HeadMeasures::of(Workspace* workspace) {
  auto* measures = workspace->findChild<HeadMeasures*>(QString(), Qt::FindDirectChildrenOnly);
  return measures ? *measures : *new HeadMeasures(workspace);
}

HeadMeasures::Known HeadMeasures::ask(const std::shared_ptr<const RunResult>& result, AttentionType attention) {
  if (!result) return {};
  const Key key{mapsOf(attention, *result), attention};
  const auto found =
      std::find_if(m_known.begin(), m_known.end(), [&key](const Entry& each) { return each.key == key; });
  if (found != m_known.end()) return found->known;
  if (m_computing == key) return {};
  m_computing = key;
  const bool probed = result->trace && m_probed == result->request.model->model && m_probedAttention == attention;
  m_job.start(
      [result, key, known = probed ? m_probe : Probe()](const Progress& progress) {
        Computed computed{{}, known};
        const Source& model = *result->request.model;
        if (result->trace && known.empty()) computed.probe = probeHeads(model, key.attention, progress.slice(0, 0.3));
        computed.report.model = QString::fromStdString(model.info.name);
        computed.report.text = result->context.text;
        computed.report.changed = result->context.changed;
        for (HeadFacts& facts : factsOf(*result, key.attention, *key.maps, computed.probe, progress.slice(0.3, 1)))
          computed.report.heads.push_back({"raw", std::move(facts)});
        return computed;
      },
      [this, key, model = result->request.model->model](Computed computed) {
        m_probed = model;
        m_probedAttention = key.attention;
        m_probe = std::move(computed.probe);
        take(key, {std::make_shared<const HeadsReport>(std::move(computed.report)), {}});
      },
      [this, key](const QString& problem) { take(key, {nullptr, problem}); });
  return {};
}

void HeadMeasures::take(const Key& key, Known known) {
  m_computing.reset();
  m_known.push_front({key, std::move(known)});
  if (m_known.size() > kMostKnown) m_known.pop_back();
  emit changed();
}

}  // namespace headlight
