#include "ui/panes/media/patch_words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "ui/figures/colours/colour_scale.h"
#include "ui/figures/head_words.h"
#include "ui/figures/token_label.h"
#include "ui/panes/token_strip.h"
#include "ui/reading/heads/head_maps.h"
#include "ui/reading/panel_sight.h"
#include "ui/widgets/named.h"
#include "ui/widgets/pane_parts.h"
#include "ui/widgets/theme.h"
#include "ui/words.h"

namespace headlight {
namespace {

constexpr std::size_t kMostWords = 6;

}  // namespace

PatchWords::PatchWords(Selection* selection, TokenStrip* strip, QWidget* parent)
    : QWidget(parent), m_selection(selection), m_strip(strip) {
  setObjectName(QStringLiteral("patchWords"));
  setAccessibleName(tr("Words that attend to the patch"));
  auto* row = makeBox<QHBoxLayout>(this, {0, 0, 0, 0}, 8);
  m_title = named("patchTitle", new QLabel);
  m_title->setTextFormat(Qt::PlainText);
  m_row = new QHBoxLayout;
  m_row->setSpacing(4);
  m_play = makeIconButton(QStringLiteral("playPart"), QStringLiteral("play"), tr("Play the sound from here"),
                          tr("Play the sound from here"));
  auto* shut = makeIconButton(QStringLiteral("closePatchWords"), QStringLiteral("close"), tr("Close"), tr("Close"));
  row->addWidget(m_title);
  row->addWidget(m_play);
  row->addLayout(m_row);
  row->addStretch(1);
  row->addWidget(shut);
  hide();
  connect(shut, &QToolButton::clicked, this, [this] { setPatch({}); });
  connect(m_play, &QToolButton::clicked, this, [this] {
    const auto type = m_result && m_patch ? answerAttention(*m_result) : std::nullopt;
    if (!type) return;
    const Token& part = mapsOf(*type, *m_result)->keyTokens()[static_cast<std::size_t>(*m_patch)];
    if (const SoundPlace* heard = part.soundPlace()) emit playRequested(heard->from);
  });
}

void PatchWords::setReading(std::shared_ptr<const RunResult> result, HeadId head) {
  if (result == m_result && head == m_head) return;
  const auto placeOf = [this](const std::shared_ptr<const RunResult>& of) -> std::optional<MediaPlace> {
    const auto type = of ? answerAttention(*of) : std::nullopt;
    if (!type || !m_patch) return {};
    const std::vector<Token>& keys = mapsOf(*type, *of)->keyTokens();
    return *m_patch < static_cast<Index>(keys.size()) ? keys[static_cast<std::size_t>(*m_patch)].place : std::nullopt;
  };
  // Of another text the token may be another part of its picture, or none.
  const bool gone = m_patch && placeOf(result) != placeOf(m_result);
  const bool other = result != m_result;
  m_result = std::move(result);
  m_head = head;
  if (gone) return setPatch({});
  if (m_patch || other) compute();
}

void PatchWords::setPart(const ChosenPart& part) {
  std::optional<Index> key;
  const auto type = m_result && part.place ? answerAttention(*m_result) : std::nullopt;
  if (type) {
    const std::vector<Token>& keys = mapsOf(*type, *m_result)->keyTokens();
    const auto found =
        std::find_if(keys.begin(), keys.end(), [&part](const Token& token) { return token.place == part.place; });
    if (found != keys.end()) key = static_cast<Index>(found - keys.begin());
  }
  setPatch(key);
}

void PatchWords::setPatch(std::optional<Index> key) {
  const bool was = m_patch.has_value();
  m_patch = key;
  compute();
  if (m_patch.has_value() == was) return;
  if (was) m_strip->setTints({}, {});
  emit activeChanged(!was);
}

void PatchWords::compute() {
  m_words.clear();
  m_weights.clear();
  const auto type = m_result && m_patch ? answerAttention(*m_result) : std::nullopt;
  const AttentionMaps* maps = type ? mapsOf(*type, *m_result).get() : nullptr;
  if (!maps || *m_patch >= maps->keys()) {
    m_patch.reset();
    return hide();
  }
  const bool cross = *type == AttentionType::Cross;
  const HeadId head = nearestHead(*maps, m_head.of(*type));
  const Matrix column = maps->weights(head, {0, *m_patch, maps->queries(), 1});
  const std::vector<Token>& tokens = maps->queryTokens();
  m_weights.assign(tokens.size(), std::numeric_limits<double>::quiet_NaN());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    // Over a source a word is looked for where it was written: in the row before its own.
    const Index row = static_cast<Index>(i) - (cross ? 1 : 0);
    if (row < 0 || tokens[i].place) continue;
    const float weight = column(row, 0);
    if (!std::isfinite(weight)) continue;
    m_weights[i] = static_cast<double>(weight);
    m_words.push_back({static_cast<Index>(i), weight});
  }
  std::stable_sort(m_words.begin(), m_words.end(),
                   [](const TokenWeight& a, const TokenWeight& b) { return a.weight > b.weight; });
  while (!m_words.empty() && m_words.back().weight <= 0) m_words.pop_back();
  showWords();
}

void PatchWords::showWords() {
  const auto type = answerAttention(*m_result);
  const AttentionMaps& maps = *mapsOf(*type, *m_result);
  const HeadId head = nearestHead(maps, m_head.of(*type));
  const Token& patch = maps.keyTokens()[static_cast<std::size_t>(*m_patch)];
  QString name = tokenLabel(patch);
  if (const ImagePlace* place = patch.imagePlace(); place && place->row >= 0)
    name = tr("row %1, column %2 of picture %3").arg(place->row).arg(place->col).arg(place->image + 1);
  else if (const SoundPlace* heard = patch.soundPlace())
    name = tr("%1 to %2 s").arg(localNumber(heard->from, 'f', 2), localNumber(heard->to, 'f', 2));
  m_play->setVisible(patch.soundPlace() != nullptr);
  m_title->setText(m_words.empty() ? tr("No word attends to %1 · %2").arg(name, headName(head))
                                   : tr("Attend to %1 · %2:").arg(name, headName(head)));
  while (QLayoutItem* item = m_row->takeAt(0)) {
    if (item->widget()) {
      item->widget()->hide();
      item->widget()->deleteLater();
    }
    delete item;
  }
  for (std::size_t i = 0; i < std::min(kMostWords, m_words.size()); ++i) {
    const Index token = m_words[i].token;
    const QString label = tokenLabel(maps.queryTokens()[static_cast<std::size_t>(token)]);
    auto* chip = makeTextButton(
        QStringLiteral("patchWord"),
        keyless(QStringLiteral("%1  %2").arg(label, percentText(static_cast<double>(m_words[i].weight), 1))),
        tr("“%1”, token %2").arg(label).arg(token), tr("Pin this token"));
    connect(chip, &QToolButton::clicked, this, [this, token] { m_selection->setToken(token); });
    m_row->addWidget(chip);
  }
  const ColourMap map = screenStyle().map();
  const double most = m_words.empty() ? 1 : static_cast<double>(m_words.front().weight);
  std::vector<std::optional<QColor>> colours;
  std::vector<QString> words;
  for (const double weight : m_weights) {
    colours.push_back(std::isnan(weight) ? std::nullopt : std::optional(map.colour(std::sqrt(weight / most))));
    words.push_back(std::isnan(weight) ? QString() : tr("%1 on %2").arg(percentText(weight, 1), name));
  }
  m_strip->setTints(std::move(colours), std::move(words));
  show();
}

void PatchWords::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && m_patch && m_result) showWords();
}

}  // namespace headlight
