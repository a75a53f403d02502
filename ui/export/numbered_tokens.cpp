#include "ui/export/numbered_tokens.h"

#include <QRegularExpression>
#include <algorithm>
#include <utility>

#include "core/image/pixel_input.h"
#include "ui/figures/token_label.h"

namespace headlight {
namespace {

class NumberedTokens final : public AttentionMaps {
 public:
  explicit NumberedTokens(std::shared_ptr<const AttentionMaps> maps)
      : m_maps(std::move(maps)),
        m_queries(numberedTokens(m_maps->queryTokens())),
        m_keys(numberedTokens(m_maps->keyTokens())) {}

  int layers() const override { return m_maps->layers(); }
  int heads() const override { return m_maps->heads(); }
  bool hasLayer(int layer) const override { return m_maps->hasLayer(layer); }
  bool hasHead(int head) const override { return m_maps->hasHead(head); }
  bool isGap(Index query, Index key) const override { return m_maps->isGap(query, key); }
  bool rowsSumToOne() const override { return m_maps->rowsSumToOne(); }
  bool hasNoTokenShare() const override { return m_maps->hasNoTokenShare(); }
  const std::vector<Token>& queryTokens() const override { return m_queries; }
  const std::vector<Token>& keyTokens() const override { return m_keys; }
  void weights(HeadId head, const Rect& rect, MatrixOut out) const override { m_maps->weights(head, rect, out); }

 private:
  std::shared_ptr<const AttentionMaps> m_maps;
  std::vector<Token> m_queries, m_keys;
};

/// Pictures of the same shapes with nothing in them, and a sound of the same length that is silent.
SeenMedia emptied(const SeenMedia& media) {
  constexpr Index kSide = 512;
  SeenMedia out;
  for (const SeenPicture& picture : media.pictures) {
    RgbImage blank;
    if (picture.image) {
      const Index longest = std::max<Index>({1, picture.image->width, picture.image->height});
      blank.width = std::max<Index>(1, picture.image->width * kSide / longest);
      blank.height = std::max<Index>(1, picture.image->height * kSide / longest);
      blank.bytes.assign(static_cast<std::size_t>(blank.width * blank.height * 3), 128);
    }
    out.pictures.push_back({{}, picture.image ? std::make_shared<const RgbImage>(std::move(blank)) : nullptr});
  }
  if (media.sound) {
    out.sound = media.sound;
    out.sound->values.setZero();
  }
  return out;
}

}  // namespace

std::shared_ptr<const AttentionMaps> numberedTokens(std::shared_ptr<const AttentionMaps> maps) {
  return std::make_shared<NumberedTokens>(std::move(maps));
}

void leaveTextOut(AttentionFigure& figure) {
  AttentionContext context = figure.context();
  context.text.clear();
  // Changes may name another text.
  static const QRegularExpression quoted(QStringLiteral("\"(?:[^\"\\\\]|\\\\.)*\""),
                                         QRegularExpression::DotMatchesEverythingOption);
  context.changed.replace(quoted, QStringLiteral("“…”"));
  if (context.pixels) {  // Of an image only the grid of its patches is left, whose names say nothing of it.
    auto grid = std::make_shared<PixelInput>(*context.pixels);
    grid->values.setZero();
    context.pixels = std::move(grid);
  }
  if (context.media) context.media = std::make_shared<const SeenMedia>(emptied(*context.media));
  if (!figure.maps()) return;
  const auto hasText = [](const std::vector<Token>& tokens) {
    return std::any_of(tokens.begin(), tokens.end(), [](const Token& each) { return !each.special && !each.place; });
  };
  const bool names = hasText(figure.maps()->queryTokens()) || hasText(figure.maps()->keyTokens());
  figure.setMaps(names ? numberedTokens(figure.maps()) : figure.maps(), std::move(context));
}

std::unique_ptr<AttentionFigure> copyOf(const AttentionFigure& figure, const FigureStyle& style, bool withText) {
  std::unique_ptr<AttentionFigure> copy = figure.clone();
  copy->setStyle(style);
  if (!withText) leaveTextOut(*copy);
  return copy;
}

}  // namespace headlight
