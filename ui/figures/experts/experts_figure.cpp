#include "ui/figures/experts/experts_figure.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "ui/figures/cell_words.h"
#include "ui/figures/coloured_text/coloured_text_layout.h"
#include "ui/figures/coloured_text/token_tint.h"
#include "ui/figures/painting.h"
#include "ui/figures/token_axis.h"
#include "ui/figures/token_label.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr double kNameGap = 10, kFaint = 0.16;

/// "17 · 0.62": an expert with its weight.
QString expertText(int expert, double weight) {
  return QStringLiteral("%1 · %2").arg(expert).arg(numberText(weight, 2));
}

}  // namespace

ExpertsReport tellExperts(const Trace& trace, AttentionType type, const QString& text, const QString& changed) {
  ExpertsReport report;
  report.use = expertUse(trace, type);
  report.tokens = trace.queryTokens(type);
  report.model = QString::fromStdString(trace.model);
  report.text = text;
  report.changed = changed;
  return report;
}

std::shared_ptr<const ExpertsReport> withoutText(const std::shared_ptr<const ExpertsReport>& report) {
  auto bare = std::make_shared<ExpertsReport>(*report);
  bare->text.clear();
  bare->changed.clear();
  bare->tokens = numberedTokens(report->tokens);
  return bare;
}

QColor expertColour(int expert, int experts, bool dark) {
  if (experts <= 8) return seriesColour(expert, dark);
  // Steps of the golden section keep neighbours apart.
  const double hue = std::fmod(0.62 + expert * 0.6180339887498949, 1.0);
  const double light = (dark ? 0.50 : 0.46) + 0.12 * ((expert / 2) % 3);
  return QColor::fromHslF(static_cast<float>(hue), 0.58F, static_cast<float>(light));
}

QRectF ExpertsLayout::cell(std::size_t row, Index column) const {
  const double width = std::min(line.pitch > 0 ? line.pitch : rows[row].width(), 120.0);
  const double gap = width >= 6 ? 1 : 0;
  return {line.x[static_cast<std::size_t>(column)] - width / 2 + gap / 2, rows[row].top(), width - gap,
          rows[row].height()};
}

ExpertsLayout layoutExperts(const ExpertsFigureSpec& spec, const TextMetrics& metrics) {
  ExpertsLayout out;
  const FigureStyle& style = spec.style;
  const double small = style.smallSize();
  double names = 0;
  for (const QString& name : spec.rows) names = std::max(names, metrics.width(name, small));
  // The note about labels left out takes room itself.
  for (int round = 0; round < 2; ++round) {
    std::vector<QString> notes = spec.notes;
    notes.push_back(strideNote(out.line.stride, out.line.stride));
    out.frame = layoutFrame(spec.size, spec.title, spec.subtitle, notes, style, metrics);
    const QRectF body = out.frame.body;
    out.line =
        layoutLineAxis(spec.columns, body.left() + names + kNameGap, body.right(), 0,
                       std::min(96.0, body.height() * 0.25), style.textSize, style.smallestLabel(), metrics, 1e3);
    const double foot = body.bottom() - out.line.height - 6;
    const double height = std::max(2.0, (foot - body.top()) / static_cast<double>(spec.rows.size()));
    out.rows.clear();
    out.names.clear();
    const LabelFit fit = fitLabels(small, std::min(small, kSmallestLabel), height);
    for (std::size_t row = 0; row < spec.rows.size(); ++row) {
      const double top = body.top() + height * static_cast<double>(row);
      const double gap = std::min(spec.rowGap, height / 3);
      out.rows.emplace_back(body.left() + names + kNameGap, top, body.right() - body.left() - names - kNameGap,
                            height - gap);
      if (row % static_cast<std::size_t>(fit.stride) == 0)
        out.names.push_back(placeText(spec.rows[row],
                                      {body.left(), top + (height - gap) / 2 + metrics.ascent(fit.size) * 0.36},
                                      fit.size, metrics));
    }
    out.line.moveDown(foot + 4);
  }
  return out;
}

/// A piece of a cell, or a bar.
struct ExpertsFigure::Part {
  QRectF rect, reach;
  int layer = 0, expert = 0;
  Index token = -1;
  double value = 0;  ///< Weight, or tokens.
};

const ExpertUse::Layer& ExpertsFigure::layer() const {
  const auto& layers = m_report->use.layers;
  return *std::min_element(layers.begin(), layers.end(), [this](const auto& a, const auto& b) {
    return std::abs(a.layer - m_choice.layer) < std::abs(b.layer - m_choice.layer);
  });
}

double ExpertsFigure::full() const {
  double most = 1;
  for (const ExpertUse::Layer& each : m_report->use.layers)
    for (const std::vector<float>& weights : each.choice.weights) {
      double sum = 0;
      for (const float weight : weights) sum += static_cast<double>(weight);
      most = std::max(most, sum);
    }
  return most;
}

double ExpertsFigure::mostTokens() const {
  Index most = 1;
  for (const ExpertUse::Layer& each : m_report->use.layers)
    for (const Index tokens : each.tokens) most = std::max(most, tokens);
  return static_cast<double>(most);
}

QString ExpertsFigure::label(Index token) const {
  return tokenLabel(m_report->tokens[static_cast<std::size_t>(token)]);
}

bool ExpertsFigure::isFaint(int ofLayer, int expert) const {
  return m_choice.expert && (*m_choice.expert != expert || layer().layer != ofLayer);
}

QString ExpertsFigure::title() const {
  if (isEmpty()) return Words::tr("Experts");
  if (m_choice.picture == ExpertsPicture::Load) return Words::tr("Expert load: tokens per expert");
  if (m_choice.picture == ExpertsPicture::Grid)
    return m_choice.expert
               ? Words::tr("Experts by layer and token, expert %1.%2").arg(layer().layer).arg(*m_choice.expert)
               : Words::tr("Experts by layer and token");
  return m_choice.expert ? Words::tr("Tokens of expert %1.%2").arg(layer().layer).arg(*m_choice.expert)
                         : Words::tr("First expert of each token, layer %1").arg(layer().layer);
}

QString ExpertsFigure::subtitle() const {
  QStringList parts = {m_report->model};
  if (!m_report->text.isEmpty() && m_choice.picture != ExpertsPicture::Text) parts << quotedText(m_report->text);
  if (!m_report->changed.isEmpty()) parts << Words::tr("changed: ") + m_report->changed;
  return parts.join(QStringLiteral(" · "));
}

std::vector<QString> ExpertsFigure::notes() const {
  switch (m_choice.picture) {
    case ExpertsPicture::Grid:
      return {Words::tr("Colour and number: expert. Height: its weight; a whole cell is %1. Best expert at the top.")
                  .arg(numberText(full(), 2))};
    case ExpertsPicture::Load:
      return {Words::tr("Bar: tokens that chose the expert, up to %1. Line: even load.").arg(mostTokens())};
    case ExpertsPicture::Text:
      return {m_choice.expert ? Words::tr("Coloured: tokens that chose the expert, with its weight.")
                              : Words::tr("Colour and number: expert with the largest weight.")};
  }
  return {};
}

ExpertsLayout ExpertsFigure::layout(QSizeF size) const {
  ExpertsFigureSpec spec;
  spec.size = size;
  spec.style = m_style;
  spec.title = title();
  if (!isEmpty()) {
    spec.subtitle = subtitle();
    spec.notes = notes();
    int experts = 0;
    for (const ExpertUse::Layer& each : m_report->use.layers) {
      spec.rows.push_back(Words::tr("layer %1").arg(each.layer));
      experts = std::max(experts, each.experts);
    }
    if (m_choice.picture == ExpertsPicture::Load) {
      spec.rowGap = 8;
      for (int expert = 0; expert < experts; ++expert) spec.columns.push_back(QString::number(expert));
    } else {
      spec.columns = axisLabels(m_report->tokens);
    }
  }
  return layoutExperts(spec, FontTextMetrics(m_style));
}

std::vector<ExpertsFigure::Part> ExpertsFigure::parts(const ExpertsLayout& layout) const {
  std::vector<Part> parts;
  const auto& layers = m_report->use.layers;
  const double whole = m_choice.picture == ExpertsPicture::Load ? mostTokens() : full();
  for (std::size_t row = 0; row < layers.size(); ++row) {
    const ExpertUse::Layer& each = layers[row];
    if (m_choice.picture == ExpertsPicture::Load) {
      for (int expert = 0; expert < each.experts; ++expert) {
        const QRectF cell = layout.cell(row, expert);
        const auto tokens = static_cast<double>(each.tokens[static_cast<std::size_t>(expert)]);
        const double height = cell.height() * tokens / whole;
        parts.push_back(
            {{cell.left(), cell.bottom() - height, cell.width(), height}, cell, each.layer, expert, -1, tokens});
      }
      continue;
    }
    for (std::size_t token = 0; token < each.choice.experts.size(); ++token) {
      const QRectF cell = layout.cell(row, static_cast<Index>(token));
      double top = cell.top();
      for (std::size_t k = 0; k < each.choice.experts[token].size(); ++k) {
        const auto weight = static_cast<double>(each.choice.weights[token][k]);
        const double height = cell.height() * std::max(0.0, weight) / whole;
        const QRectF rect(cell.left(), top, cell.width(), height);
        parts.push_back({rect, rect, each.layer, each.choice.experts[token][k], static_cast<Index>(token), weight});
        top += height;
      }
    }
  }
  return parts;
}

void ExpertsFigure::paintManyCells(QPainter& painter, const ExpertsLayout& layout) const {
  const auto& layers = m_report->use.layers;
  const double whole = full();
  for (std::size_t row = 0; row < layers.size(); ++row) {
    const ExpertUse::Layer& each = layers[row];
    const QRectF area = layout.rows[row];
    QImage image(std::max(1, static_cast<int>(area.width() * 2)), std::max(1, static_cast<int>(area.height() * 2)),
                 QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    for (int x = 0; x < image.width(); ++x) {
      const double at = area.left() + (x + 0.5) / 2;
      const auto next = std::lower_bound(layout.line.x.begin(), layout.line.x.end(), at);
      auto token = static_cast<std::size_t>(next - layout.line.x.begin());
      if (token == layout.line.x.size() || (token > 0 && at - layout.line.x[token - 1] < layout.line.x[token] - at))
        --token;
      double top = 0;
      for (std::size_t k = 0; k < each.choice.experts[token].size(); ++k) {
        const int expert = each.choice.experts[token][k];
        QColor colour = expertColour(expert, each.experts, m_style.dark());
        if (isFaint(each.layer, expert)) colour.setAlphaF(static_cast<float>(kFaint));
        const double bottom = top + image.height() * static_cast<double>(each.choice.weights[token][k]) / whole;
        for (int y = static_cast<int>(std::lround(top));
             y < std::min<int>(image.height(), static_cast<int>(std::lround(bottom))); ++y)
          image.setPixelColor(x, y, colour);
        top = bottom;
      }
    }
    painter.drawImage(area, image);
  }
}

std::vector<std::pair<int, double>> ExpertsFigure::marks() const {
  const ExpertUse::Layer& shown = layer();
  std::vector<std::pair<int, double>> marks;
  for (std::size_t token = 0; token < shown.choice.experts.size(); ++token) {
    std::pair<int, double> mark{-1, 0};
    for (std::size_t k = 0; k < shown.choice.experts[token].size(); ++k) {
      const int expert = shown.choice.experts[token][k];
      const auto weight = static_cast<double>(shown.choice.weights[token][k]);
      if (m_choice.expert ? expert == *m_choice.expert : mark.first < 0 || weight > mark.second)
        mark = {expert, weight};
    }
    marks.push_back(mark);
  }
  return marks;
}

ColouredTextLayout ExpertsFigure::textLayout(QSizeF size) const {
  ColouredTextSpec spec;
  spec.size = size;
  spec.pieces = runningText(m_report->tokens);
  for (const auto& [expert, weight] : marks()) {
    spec.values.push_back(expert < 0        ? QString()
                          : m_choice.expert ? numberText(weight, 2)
                                            : expertText(expert, weight));
    spec.shortValues.push_back(expert < 0 || m_choice.expert ? QString() : QString::number(expert));
  }
  spec.title = title();
  spec.subtitle = subtitle();
  spec.notes = notes();
  spec.style = m_style;
  spec.style.legend = LegendPlace::None;  // Colours are names here, and no numbers.
  return layoutColouredText(spec, FontTextMetrics(spec.style));
}

void ExpertsFigure::paintText(QPainter& p, QSizeF size) const {
  const ExpertUse::Layer& shown = layer();
  const Palette& inks = m_style.inks();
  const std::vector<std::pair<int, double>> marks = this->marks();
  const ColouredTextLayout layout = textLayout(size);
  for (const ColouredTextLayout::Piece& piece : layout.pieces) {
    const int expert = marks[static_cast<std::size_t>(piece.token)].first;
    QColor ink = expert < 0 ? inks.muted : inks.ink;
    if (expert >= 0)
      ink = paintTint(p, piece.box.adjusted(0.5, 0, -0.5, 0), layout.radius,
                      expertColour(expert, shown.experts, m_style.dark()));
    headlight::paintText(p, {piece.text, piece.origin, piece.box}, m_style, piece.size, ink);
    if (piece.value) headlight::paintText(p, *piece.value, m_style, layout.valueSize, inks.muted);
  }
  FigureStyle around = m_style;
  around.textSize = layout.noteSize;
  paintFrame(p, layout.frame, around);
}

void ExpertsFigure::paint(QCPPainter& painter, const QRectF& area) const {
  paintPaper(painter, area, m_style);
  painter.save();
  painter.translate(area.topLeft());
  draw(painter, area.size());
  painter.restore();
}

void ExpertsFigure::draw(QPainter& p, QSizeF size) const {
  if (isEmpty()) return;
  if (m_choice.picture == ExpertsPicture::Text) return paintText(p, size);
  const ExpertsLayout layout = this->layout(size);
  const Palette& inks = m_style.inks();
  const double small = m_style.smallSize();
  const FontTextMetrics fonts(m_style);
  const TextMetrics& metrics = fonts;
  const bool load = m_choice.picture == ExpertsPicture::Load;
  const std::vector<Part> all = parts(layout);
  if (!load && static_cast<Index>(all.size()) > kMaxVectorCells) {
    paintManyCells(p, layout);
  } else {
    p.setRenderHint(QPainter::Antialiasing, false);
    for (const Part& part : all) {
      const ExpertUse::Layer& own = *m_report->use.layer(part.layer);
      const QColor colour = expertColour(part.expert, own.experts, m_style.dark());
      QColor fill = colour;
      const bool faint = isFaint(part.layer, part.expert);
      if (faint) fill.setAlphaF(static_cast<float>(kFaint));
      p.fillRect(part.rect, fill);
      if (load) {
        const QString tokens = QString::number(part.value);
        if (part.value > 0 && metrics.width(tokens, small) + 2 <= part.rect.width() &&
            part.rect.height() >= metrics.height(small))
          headlight::paintText(p,
                               placeText(tokens, {part.rect.center().x() - metrics.width(tokens, small) / 2,
                                                  part.rect.top() + metrics.ascent(small)},
                                         small, metrics),
                               m_style, small, faint ? inks.muted : inkOn(colour));
        continue;
      }
      // The number, and the weight where both fit.
      const QString numbers[] = {expertText(part.expert, part.value), QString::number(part.expert)};
      for (const QString& text : numbers) {
        if (metrics.width(text, small) + 2 > part.rect.width() || metrics.height(small) > part.rect.height()) continue;
        headlight::paintText(
            p,
            placeText(text,
                      {part.rect.center().x() - metrics.width(text, small) / 2,
                       part.rect.center().y() + metrics.ascent(small) * 0.36},
                      small, metrics),
            m_style, small, faint ? inks.muted : inkOn(colour));
        break;
      }
    }
  }
  p.setRenderHint(QPainter::Antialiasing, false);
  p.setPen(QPen(inks.hairline, 1));
  for (std::size_t row = 0; row < layout.rows.size(); ++row) {
    const QRectF& line = layout.rows[row];
    p.drawLine(line.bottomLeft(), line.bottomRight());
    if (!load) continue;
    const ExpertUse::Layer& own = m_report->use.layers[row];
    const double even = static_cast<double>(own.chosen()) / own.experts;
    const double y = line.bottom() - line.height() * even / mostTokens();
    const double right = layout.cell(row, own.experts - 1).right();
    p.setPen(QPen(inks.muted, 1, Qt::DashLine));
    p.drawLine(QPointF(line.left(), y), QPointF(right, y));
    p.setPen(QPen(inks.hairline, 1));
  }
  p.setRenderHint(QPainter::Antialiasing, true);
  for (const PlacedText& name : layout.names) headlight::paintText(p, name, m_style, small, inks.muted);
  for (const PlacedLabel& placed : layout.line.labels) {
    const bool special = !load && m_report->tokens[static_cast<std::size_t>(placed.token)].special;
    paintLabel(p, placed, m_style, layout.line.size, special ? inks.muted : inks.ink);
  }
  paintFrame(p, layout.frame, m_style);
}

QString ExpertsFigure::sentence(std::optional<Index> token, int ofLayer, int expert) const {
  const ExpertUse::Layer* found = m_report->use.layer(ofLayer);
  if (!found || expert < 0 || expert >= found->experts || token.value_or(0) >= m_report->use.tokens) return {};
  const ExpertUse::Layer& own = *found;
  if (!token) {
    const auto tokens = static_cast<double>(own.tokens[static_cast<std::size_t>(expert)]);
    const double share = own.chosen() > 0 ? tokens / static_cast<double>(own.chosen()) : 0;
    return Words::tr("Expert %1.%2: %3 of %4 tokens, %5 of all choices")
        .arg(ofLayer).arg(expert).arg(tokens).arg(m_report->use.tokens).arg(percentText(share, 1));
  }
  const auto& experts = own.choice.experts[static_cast<std::size_t>(*token)];
  const auto& weights = own.choice.weights[static_cast<std::size_t>(*token)];
  QStringList all;
  for (std::size_t k = 0; k < experts.size(); ++k) {
    const auto weight = static_cast<double>(weights[k]);
    if (m_choice.picture != ExpertsPicture::Text && experts[k] == expert)
      return Words::tr("“%1”, layer %2: expert %3, weight %4")
          .arg(label(*token)).arg(ofLayer).arg(expert).arg(localNumber(weight, 'f', 4));
    all << expertText(experts[k], weight);
  }
  return Words::tr("“%1”, layer %2: %3")
      .arg(label(*token))
      .arg(ofLayer)
      .arg(all.isEmpty() ? Words::tr("no expert") : all.join(QStringLiteral(", ")));
}

std::vector<FigureSpot> ExpertsFigure::spots(QSizeF size) const {
  std::vector<FigureSpot> spots;
  if (isEmpty()) return spots;
  if (m_choice.picture == ExpertsPicture::Text) {
    const ExpertUse::Layer& shown = layer();
    const ColouredTextLayout places = textLayout(size);
    for (const ColouredTextLayout::Piece& piece : places.pieces) {
      const auto& experts = shown.choice.experts[static_cast<std::size_t>(piece.token)];
      const int first = experts.empty() ? 0 : experts.front();
      FigureSpot spot{piece.box, sentence(piece.token, shown.layer, first), piece.token, -1};
      if (!experts.empty()) spot.id = expertId(shown.layer, first);
      spots.push_back(std::move(spot));
    }
    return spots;
  }
  const ExpertsLayout places = layout(size);
  const std::vector<Part> all = parts(places);
  if (static_cast<Index>(all.size()) > kMaxVectorCells) return spots;
  for (const Part& part : all) {
    const auto token = part.token < 0 ? std::nullopt : std::optional(part.token);
    FigureSpot spot{part.rect, sentence(token, part.layer, part.expert), part.token, -1};
    spot.id = expertId(part.layer, part.expert);
    spot.reach = part.reach;
    spots.push_back(std::move(spot));
  }
  return spots;
}

QString ExpertsFigure::altText() const {
  if (isEmpty()) return Words::tr("Experts, without a text.");
  QStringList parts;
  for (const ExpertUse::Layer& each : m_report->use.layers) {
    const auto most = std::max_element(each.tokens.begin(), each.tokens.end());
    parts << Words::tr("layer %1: expert %2 for %3 tokens").arg(each.layer).arg(most - each.tokens.begin()).arg(*most);
    if (parts.size() == 8) break;
  }
  return title() + Words::tr(". Most used: %1.").arg(parts.join(QStringLiteral("; ")));
}

}  // namespace headlight
