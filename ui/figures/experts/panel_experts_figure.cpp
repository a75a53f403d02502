#include "ui/figures/experts/panel_experts_figure.h"

#include <vector>

#include "ui/words.h"

namespace headlight {
namespace {

/// Numbers of experts are below this (expertId).
constexpr int kExpertBits = 34;

}  // namespace

void PanelExpertsFigure::setChoice(ExpertsPicture picture, std::optional<HeadId> expert) {
  m_picture = picture;
  m_expert = expert;
}

HeadId PanelExpertsFigure::expertAt(Index spot) {
  const Index id = spot & ((Index{1} << kExpertBits) - 1);
  return {layerOfId(id), expertOfId(id)};
}

std::optional<Index> PanelExpertsFigure::tokenAt(Index spot) {
  const Index token = (spot >> kExpertBits) - 1;
  return token < 0 ? std::nullopt : std::optional(token);
}

const std::shared_ptr<const ExpertsReport>& PanelExpertsFigure::report() const {
  if (m_reportOf == maps()) return m_report;
  m_reportOf = maps();
  m_report = nullptr;
  const auto& run = context().run;
  const AttentionType type = head().attention;
  if (!run || context().transposed || !hasExperts(*run, type)) return m_report;
  auto report = std::make_shared<ExpertsReport>(tellExperts(*run, type, context().text, context().changed));
  report->tokens = maps()->queryTokens();
  report->model = context().modelName;
  if (report->use.tokens == static_cast<Index>(report->tokens.size())) m_report = std::move(report);
  return m_report;
}

ExpertsFigure PanelExpertsFigure::inner() const {
  ExpertsChoice choice{m_picture, head().layer, {}};
  if (m_expert) choice = {m_picture, m_expert->layer, m_expert->head};
  return ExpertsFigure(report(), style(), choice);
}

std::optional<QString> PanelExpertsFigure::nothing() const {
  if (auto words = AttentionFigure::nothing()) return words;
  if (report()) return {};
  if (context().run && hasExperts(*context().run, head().attention))
    return Words::tr("Experts are chosen for each token: remove the lenses that merge or hide tokens.");
  return Words::tr("This model has no experts. Open a mixture of experts, such as Mixtral or Qwen3-MoE.");
}

void PanelExpertsFigure::draw(QPainter& painter, QSizeF size) const { inner().draw(painter, size); }

std::vector<FigureSpot> PanelExpertsFigure::places(QSizeF size) const {
  if (nothing()) return {};
  std::vector<FigureSpot> spots = inner().spots(size);
  std::erase_if(spots, [](const FigureSpot& spot) { return spot.id < 0; });
  for (FigureSpot& spot : spots) spot.id = ((spot.query + 1) << kExpertBits) + spot.id;
  return spots;
}

QStringList PanelExpertsFigure::describe(Index spot) const {
  if (nothing()) return {};
  const HeadId expert = expertAt(spot);
  return {inner().sentence(tokenAt(spot), expert.layer, expert.head)};
}

}  // namespace headlight
