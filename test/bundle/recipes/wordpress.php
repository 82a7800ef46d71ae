<?php
/*
 * As much of WordPress as the plugin of docs/recipes.md asks for. Reads a post as JSON, and prints the plugin's box beside it.
 */

class WP_Error {
	public function __construct( public string $code, public string $message ) {}
	public function get_error_message() {
		return $this->message;
	}
}

$actions = array();
$boxes   = array();

function add_action( $name, $callback ) {
	global $actions;
	$actions[ $name ] = $callback;
}

function add_meta_box( $id, $title, $callback, $screen, $context ) {
	global $boxes;
	$boxes[ $id ] = $callback;
}

function is_wp_error( $value ) {
	return $value instanceof WP_Error;
}

function esc_html( $text ) {
	return htmlspecialchars( $text, ENT_QUOTES, 'UTF-8', false );
}

function wpautop( $content ) {
	return $content;
}

function wp_json_encode( $value ) {
	return json_encode( $value );
}

function wp_remote_post( $url, $request ) {
	$headers = '';
	foreach ( $request['headers'] as $name => $value ) {
		$headers .= "$name: $value\r\n";
	}
	$http = array(
		'method'        => 'POST',
		'header'        => $headers,
		'content'       => $request['body'],
		'timeout'       => $request['timeout'],
		'ignore_errors' => true,
	);
	$body = file_get_contents( $url, false, stream_context_create( array( 'http' => $http ) ) );
	if ( false === $body ) {
		return new WP_Error( 'http', 'no answer' );
	}
	preg_match( '/^HTTP\S+ (\d+)/', $http_response_header[0], $status );
	return array( 'body' => $body, 'code' => (int) $status[1] );
}

function wp_remote_retrieve_body( $response ) {
	return $response['body'];
}

function wp_remote_retrieve_response_code( $response ) {
	return $response['code'];
}

ob_start();
require 'plugin.php';
ob_end_clean();
$actions['add_meta_boxes']();
$boxes['copydesk']( json_decode( file_get_contents( 'php://stdin' ) ) );
