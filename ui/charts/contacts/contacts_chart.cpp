#include "ui/charts/contacts/contacts_chart.h"

#include <algorithm>

#include "core/attention/matrix_maps.h"
#include "core/attention/trace_maps.h"
#include "ui/charts/chart_export.h"
#include "ui/figures/token_label.h"
#include "ui/export/titled_figure.h"
#include "ui/figures/cell_words.h"
#include "ui/figures/heatmap/heatmap_figure.h"
#include "ui/words.h"

namespace headlight {
namespace {

QString sentenceOf(const ContactsReport& report) {
  if (report.heads.empty() || !report.chance) return {};
  constexpr std::size_t kHeadsNamed = 3;
  QStringList heads;
  for (std::size_t i = 0; i < std::min(kHeadsNamed, report.heads.size()); ++i)
    heads << Words::tr("%1 (%2)").arg(QString::fromStdString(nameOf(report.heads[i].head)),
                                      percentText(report.heads[i].share, 0));
  return Words::tr("Heads that look at contacts most: %1; chance %2.")
      .arg(heads.join(QStringLiteral(", ")), percentText(*report.chance, 0));
}

}  // namespace

ContactsReport tellContacts(const Model& model, const std::shared_ptr<const Trace>& trace, const Progress& progress) {
  ContactsReport report;
  report.contacts = predictContacts(model, trace, progress);
  const auto& tokens = trace->encoding.tokens;
  const auto first = tokens.begin() + report.contacts.first;
  report.residues.assign(first, first + report.contacts.probability.rows());
  report.chance = contactChance(report.contacts);
  report.model = QString::fromStdString(trace->model);
  const TraceMaps maps(trace);
  for (const HeadId head : maps.allHeads())
    if (const auto share = contactShare(report.contacts, maps, head)) report.heads.push_back({head, *share});
  std::stable_sort(report.heads.begin(), report.heads.end(),
                   [](const auto& a, const auto& b) { return a.share > b.share; });
  return report;
}

std::shared_ptr<const ContactsReport> withoutText(const std::shared_ptr<const ContactsReport>& report) {
  auto bare = std::make_shared<ContactsReport>(*report);
  bare->text.clear();
  bare->changed.clear();
  bare->residues = numberedTokens(report->residues);
  return bare;
}

std::unique_ptr<Figure> contactsFigure(const ContactsReport& report, const FigureStyle& style) {
  AttentionContext context;
  context.modelName = report.model;
  context.text = report.text;
  context.changed = report.changed;
  context.quantity = {Words::tr("contact probability"), false};
  auto heatmap = std::make_unique<HeatmapFigure>();
  heatmap->setMaps(std::make_shared<MatrixMaps>(std::vector<std::vector<Matrix>>{{report.contacts.probability}},
                                                report.residues, report.residues, false),
                   std::move(context));
  FigureStyle within = style;
  within.title = false;  // It would name a layer and a head.
  within.scale = ScaleKind::Linear;
  heatmap->setStyle(within);
  return std::make_unique<TitledFigure>(std::move(heatmap), Words::tr("Predicted contacts, %1").arg(report.model),
                                        style.caption ? sentenceOf(report) : QString(), style);
}

Exportable exportableContacts(std::shared_ptr<const ContactsReport> report, Provenance made) {
  return exportableChart(Words::tr("Contacts"), std::move(made), "contacts",
                         [report = std::move(report)](const FigureStyle& style, bool withText) {
                           return contactsFigure(withText ? *report : *withoutText(report), style);
                         });
}

}  // namespace headlight
