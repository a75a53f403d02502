#include "ui/figures/heads_report.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>

#include "ui/figures/colours/colour_scale.h"
#include "ui/words.h"

namespace headlight {

std::shared_ptr<const HeadsReport> withoutText(const std::shared_ptr<const HeadsReport>& report) {
  auto copy = std::make_shared<HeadsReport>(*report);
  copy->text.clear();
  copy->changed.clear();
  return copy;
}

QString captionOf(const HeadsReport& report) {
  QStringList parts{report.model};
  if (!report.text.isEmpty()) parts << quotedText(report.text);
  if (!report.changed.isEmpty()) parts << Words::tr("changed: ") + report.changed;
  return parts.join(QStringLiteral(" · "));
}

std::vector<HeadLabel> labelsIn(const HeadsReport& report) {
  std::vector<HeadLabel> labels;
  for (const MeasuredHead& head : report.heads) labels.push_back(head.facts.labelling.label);
  std::sort(labels.begin(), labels.end());
  labels.erase(std::unique(labels.begin(), labels.end()), labels.end());
  if (!labels.empty() && labels.front() == HeadLabel::None)
    std::rotate(labels.begin(), labels.begin() + 1, labels.end());
  return labels;
}

QString headColumnName(const HeadColumn& column) {
  return QCoreApplication::translate("HeadTable", std::string(column.what).c_str());
}

QString headLabelName(HeadLabel label) {
  return label == HeadLabel::None ? QCoreApplication::translate("HeadTable", "no label")
                                  : QCoreApplication::translate("HeadTable", nameOf(label));
}

QString headNumber(std::optional<double> value) {
  return value && std::isfinite(*value) ? numberText(*value, 3) : QStringLiteral("–");
}

QString headOrderName(const std::string& by) {
  return by == "label" ? QCoreApplication::translate("HeadTable", "label") : headColumnName(headColumn(by));
}

}  // namespace headlight
