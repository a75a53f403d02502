#pragma once

#include <memory>

class QPrinter;
class QWidget;

namespace headlight {

class Figure;

/// Paints `figure` over the printable part of a page, as vectors; its texts have the size that they have in files.
void printFigure(const Figure& figure, QPrinter& printer);

/// Shows how `figure` comes onto paper, upright or across as fits it, and prints it from there.
void showPrintPreview(std::shared_ptr<Figure> figure, QWidget* parent);

}  // namespace headlight
